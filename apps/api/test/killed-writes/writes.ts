import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { askAbout } from "@meridian/api/testing/surveys.ts";
import type { Database } from "@meridian/db/client.ts";
import type { FastifyInstance } from "fastify";
import { eur, newHandle, teapot } from "../catalogue-manager.ts";
import { bearer, send } from "../host.ts";
import { publishedKey } from "../oauth.ts";
import { address, complete, readyCheckout } from "../shop.ts";
import { fromSomewhereElse } from "./caller.ts";

export type Write = { path: string; body: object; headers?: Record<string, string> };

/**
 * One request for each POST of the API, by its path in the document. Made anew each time, of things that no other is about: what
 * is not committed keeps its locks.
 */
export async function writesOf(
  app: FastifyInstance,
  db: Database,
): Promise<Record<string, () => Promise<Write>>> {
  const location = await makeLocation(db);
  const variant = async () =>
    (await makeVariant(db, { title: newWord(), stock: { [location]: 100 } })).variantId;
  const make = maker(app);
  // What is made when somebody signs up for the first time is no write's effect.
  await make("/users", newcomer());
  const someone = await makerOfUsers(db, make);
  return {
    ...cartWrites(app, make, variant),
    ...orderWrites(app, make, variant),
    ...stockWrites(location, variant),
    ...catalogueWrites,
    ...jobWrites(make),
    ...webhookWrites(db, make),
    ...(await accountWrites(make, someone)),
    ...reviewWrites(app, make, someone),
    ...watchWrites(db, make, location),
    ...wishWrites(db, someone),
    ...surveyWrites(app, db, make, variant),
    "/clients": async () => ({
      path: "/clients",
      body: { name: "Warehouse", scopes: ["inventory:read"] },
    }),
  };
}

/** Of letters. The index of words is shared by all products. */
const newWord = () =>
  crypto.randomUUID().replaceAll(/\W|\d/g, (one) => "ghijklmnop"[Number(one)] ?? "");

type Make = ReturnType<typeof maker>;
type Variant = () => Promise<string>;
type Headers = Record<string, string>;

/** Sends what has to be there before, and gives its answer. */
function maker(app: FastifyInstance) {
  return async (path: string, body: object = {}, headers: Headers = bearer) => {
    const answer = await send(app, "POST", `/api/v1${path}`, {
      body,
      headers: { ...headers, ...fromSomewhereElse(), "idempotency-key": crypto.randomUUID() },
    });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body as { id: string; [field: string]: unknown };
  };
}

const twoOf = (variantId: string) => ({
  device: crypto.randomUUID(),
  operations: [{ type: "add", seq: 0, variantId, quantity: 2 }],
});

async function filledCart(make: Make, variant: Variant): Promise<string> {
  const { id } = await make("/carts");
  await make(`/carts/${id}/operations`, twoOf(await variant()));
  return id;
}

function cartWrites(app: FastifyInstance, make: Make, variant: Variant) {
  return {
    "/carts": async () => ({ path: "/carts", body: {} }),
    "/carts/{cartId}/operations": async () => ({
      path: `/carts/${(await make("/carts")).id}/operations`,
      body: twoOf(await variant()),
    }),
    "/carts/{cartId}/merges": async () => ({
      path: `/carts/${(await make("/carts")).id}/merges`,
      body: { fromCartId: await filledCart(make, variant) },
    }),
    "/checkouts": async () => ({
      path: "/checkouts",
      body: { cartId: await filledCart(make, variant) },
    }),
    "/checkouts/{checkoutId}/complete": async () => ({
      path: `/checkouts/${(await readyCheckout(app, await variant())).id}/complete`,
      body: { payment: { provider: "test", token: "tok_success" } },
    }),
  };
}

function orderWrites(app: FastifyInstance, make: Make, variant: Variant) {
  const placed = async () => {
    const variantId = await variant();
    const { id } = await readyCheckout(app, variantId);
    const order = await complete(app, id, crypto.randomUUID());
    const path = `/orders/${(order.body as { id: string }).id}`;
    return { path, lines: [{ variantId, quantity: 1 }] };
  };
  const sent = async () => {
    const { path, lines } = await placed();
    await make(`${path}/fulfilments`, { lines });
    return { path, lines };
  };
  const returned = async () => {
    const { path, lines } = await sent();
    const { returns } = await make(`${path}/returns`, { lines });
    return `${path}/returns/${(returns as { id: string }[])[0]?.id}`;
  };
  return {
    "/orders/{orderId}/cancel": async () => ({ path: `${(await placed()).path}/cancel`, body: {} }),
    "/orders/{orderId}/refunds": async () => ({
      path: `${(await placed()).path}/refunds`,
      body: {},
    }),
    "/orders/{orderId}/fulfilments": async () => {
      const { path, lines } = await placed();
      return { path: `${path}/fulfilments`, body: { lines } };
    },
    "/orders/{orderId}/delivery": async () => ({
      path: `${(await sent()).path}/delivery`,
      body: {},
    }),
    "/orders/{orderId}/returns": async () => {
      const { path, lines } = await sent();
      return { path: `${path}/returns`, body: { lines } };
    },
    "/orders/{orderId}/returns/{returnId}/receipt": async () => ({
      path: `${await returned()}/receipt`,
      body: { refund: true },
    }),
  };
}

function stockWrites(locationId: string, variant: Variant) {
  return {
    "/inventory/adjustments": async () => ({
      path: "/inventory/adjustments",
      body: { variantId: await variant(), locationId, delta: 5, reason: "received" },
    }),
    "/inventory/levels/batch": async () => ({
      path: "/inventory/levels/batch",
      body: { items: [{ variantId: await variant(), locationId, onHand: 7 }] },
    }),
    "/prices/batch": async () => ({
      path: "/prices/batch",
      body: { items: [{ variantId: await variant(), ...eur(2500) }] },
    }),
  };
}

const shelf = () => ({ handle: newHandle(), title: "Teapots" });
const catalogueWrites = {
  "/products": async () => ({ path: "/products", body: teapot({ title: newWord() }) }),
  "/categories": async () => ({ path: "/categories", body: shelf() }),
  "/collections": async () => ({ path: "/collections", body: shelf() }),
  "/promotions": async () => ({
    path: "/promotions",
    body: {
      code: crypto.randomUUID().slice(0, 18).toUpperCase(),
      title: "Welcome",
      discount: { type: "percentage", basisPoints: 1000 },
    },
  }),
};

function jobWrites(make: Make) {
  const job = { subject: "products", format: "csv" };
  return {
    "/imports": async () => ({ path: "/imports", body: job }),
    "/exports": async () => ({ path: "/exports", body: job }),
    "/imports/{jobId}/cancel": async () => ({
      path: `/imports/${(await make("/imports", job)).id}/cancel`,
      body: {},
    }),
    "/exports/{jobId}/cancel": async () => ({
      path: `/exports/${(await make("/exports", job)).id}/cancel`,
      body: {},
    }),
  };
}

function webhookWrites(db: Database, make: Make) {
  const endpoint = { url: "https://erp.example/meridian" };
  const webhook = async () => `/webhooks/${(await make("/webhooks", endpoint)).id}`;
  return {
    "/webhooks": async () => ({ path: "/webhooks", body: endpoint }),
    "/webhooks/{webhookId}/secrets": async () => ({ path: `${await webhook()}/secrets`, body: {} }),
    "/webhooks/{webhookId}/test": async () => ({ path: `${await webhook()}/test`, body: {} }),
    "/webhooks/{webhookId}/replay": async () => {
      const path = await webhook();
      const { eventId } = await make(`${path}/test`);
      await db.$client`
        update webhook_delivery set state = 'delivered', settled_at = now() where event_id = ${String(eventId)}`;
      return { path: `${path}/replay`, body: { eventId } };
    },
  };
}

const newcomer = () => ({
  name: "Ada",
  email: `${crypto.randomUUID()}@example.com`,
  password: "correct horse battery",
});

/** New users, each as the headers of a token of theirs. */
async function makerOfUsers(db: Database, make: Make) {
  const { sign } = await publishedKey(db);
  return async () => {
    const { email } = await make("/users", newcomer());
    const [user] = await db.$client<{ id: string }[]>`
      select id from "user" where email = ${String(email)}`;
    const claims = { sub: user?.id ?? "", client_id: "app", scope: "account", role: "shopper" };
    return { authorization: `Bearer ${await sign(claims)}` };
  };
}
type Someone = Awaited<ReturnType<typeof makerOfUsers>>;

function watchWrites(db: Database, make: Make, location: string) {
  const ask = async () => {
    const stock = { [location]: 0 };
    const { variantId } = await makeVariant(db, { title: newWord(), stock });
    const email = `${newWord()}@example.com`;
    return { path: `/inventory/${variantId}/watches`, body: { email } };
  };
  const asked = async () => {
    const { path, body } = await ask();
    await make(path, body, {});
    const [row] = await db.$client<{ token: string }[]>`
      select token from watch where email = ${body.email}`;
    return { body: { token: row?.token }, headers: {} };
  };
  return {
    "/inventory/{variantId}/watches": async () => ({ ...(await ask()), headers: {} }),
    "/watches/confirmations": async () => ({ path: "/watches/confirmations", ...(await asked()) }),
    "/watches/withdrawals": async () => ({ path: "/watches/withdrawals", ...(await asked()) }),
  };
}

function reviewWrites(app: FastifyInstance, make: Make, someone: Someone) {
  const said = { body: "It pours.", displayName: "Bo" };
  const product = async () => {
    const { handle } = await make("/products", teapot({ title: newWord() }));
    return `/products/${String(handle)}`;
  };
  const question = async () => {
    const { id } = await make(`${await product()}/questions`, said, await someone());
    const headers = { ...bearer, "if-match": '"1"' };
    const body = { decision: { type: "publish" } };
    await send(app, "PUT", `/api/v1/contributions/${id}/decision`, { headers, body });
    return id;
  };
  return {
    "/products/{handle}/reviews": async () => ({
      path: `${await product()}/reviews`,
      body: { ...said, rating: 5, title: "Pours" },
      headers: await someone(),
    }),
    "/products/{handle}/questions": async () => ({
      path: `${await product()}/questions`,
      body: said,
      headers: await someone(),
    }),
    "/questions/{contributionId}/answers": async () => ({
      path: `/questions/${await question()}/answers`,
      body: said,
    }),
  };
}

function wishWrites(db: Database, someone: Someone) {
  return {
    "/users/me/wishlist/merges": async () => ({
      path: "/users/me/wishlist/merges",
      body: { productIds: [(await makeVariant(db, { title: newWord() })).productId] },
      headers: await someone(),
    }),
  };
}

function surveyWrites(app: FastifyInstance, db: Database, make: Make, variant: Variant) {
  const asked = async () => {
    const { email } = await make("/users", newcomer());
    const { id } = await readyCheckout(app, await variant());
    const { body } = await complete(app, id, crypto.randomUUID());
    return askAbout(db, String(email), (body as { id: string }).id);
  };
  return {
    "/surveys/{token}/answers": async () => ({
      path: `/surveys/${await asked()}/answers`,
      body: { rating: 4 },
      headers: {},
    }),
    "/surveys/{token}/withdrawals": async () => ({
      path: `/surveys/${await asked()}/withdrawals`,
      body: {},
      headers: {},
    }),
  };
}

async function accountWrites(make: Make, someone: Someone) {
  const unconfirmed = async () => {
    const { email } = await make("/users", newcomer());
    return { email: String(email) };
  };
  return {
    "/users": async () => ({ path: "/users", body: newcomer() }),
    "/users/verifications": async () => ({
      path: "/users/verifications",
      body: await unconfirmed(),
    }),
    "/users/password-resets": async () => ({
      path: "/users/password-resets",
      body: await unconfirmed(),
    }),
    "/users/me/addresses": async () => ({
      path: "/users/me/addresses",
      body: { address },
      headers: await someone(),
    }),
    "/users/me/cart/merges": async () => ({
      path: "/users/me/cart/merges",
      body: { fromCartId: (await make("/carts")).id },
      headers: await someone(),
    }),
  };
}
