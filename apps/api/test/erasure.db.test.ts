import { createRedis } from "@meridian/api/server.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { createClient } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, describe, expect, test } from "vitest";
import { cookieOf, mailTo, password, signIn } from "./accounts.ts";
import {
  bearerOfUser,
  letIn,
  makeApplication,
  pkce,
  redeem,
  refresh,
} from "./authorization-code.ts";
import { followingHost } from "./following-host.ts";
import { bearer as staff, send } from "./host.ts";
import { person, type Person } from "./person.ts";
import { askAndAnswer } from "./surveys.ts";
import { tracesInRedis, tracesInTables } from "./traces.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
const redisAt = await testRedis();
const ctx = testContext(db);
const relay = await startTestRelay(db, database.url, createRedis(redisAt), ctx.log);
const { app, close } = await followingHost(database.url, redisAt);
afterAll(async () => {
  await Promise.all([close(), relay.close()]);
  await db.$client.end();
});
const warehouse = await makeLocation(db);
const { variantId, productId } = await makeVariant(db, {
  stock: { [warehouse]: 1_000 },
  priceMinor: { eu: 2_500 },
});

type Headers = Record<string, string>;
type Body = { id: string; version: number; [name: string]: unknown };
async function must(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  { body, headers }: { body?: object; headers?: Headers } = {},
): Promise<Body> {
  const key: Headers = method === "POST" ? { "idempotency-key": crypto.randomUUID() } : {};
  const answer = await send(app, method, `/api/v1${path}`, {
    body,
    headers: { ...key, ...headers },
  });
  if (answer.status >= 300) throw new Error(`${method} ${path} ${answer.status}: ${answer.text}`);
  return answer.body;
}
const { variantId: soldOut } = await makeVariant(db, { stock: { [warehouse]: 0 } });
const lines = [{ variantId, quantity: 1 }];
const code = "TENTH";
await must("POST", "/promotions", {
  body: { code, title: "A tenth", discount: { type: "percentage", basisPoints: 1_000 } },
  headers: staff,
});

async function start(who: Person, headers: Headers = {}, code?: string): Promise<Body> {
  const cart = await must("POST", "/carts", { body: { region: "eu" }, headers });
  const at = (version: number) => ({ ...headers, "if-match": `"${version}"` });
  const filled = await must("PUT", `/carts/${cart.id}/lines/${variantId}`, {
    body: { quantity: 2 },
    headers: at(cart.version),
  });
  if (code !== undefined) {
    const coded = { body: {}, headers: at(filled.version) };
    await must("PUT", `/carts/${cart.id}/promotions/${code}`, coded);
  }
  const checkout = await must("POST", "/checkouts", { body: { cartId: cart.id }, headers });
  return await must("PATCH", `/checkouts/${checkout.id}`, {
    body: {
      email: who.email,
      shippingOptionId: "standard",
      shippingAddress: who.address,
      giftMessage: who.word("For Zyxa"),
    },
    headers: at(checkout.version),
  });
}

async function place(who: Person, headers: Headers = {}, code?: string): Promise<Body> {
  const checkout = await start(who, headers, code);
  return await must("POST", `/checkouts/${checkout.id}/complete`, {
    body: { payment: { provider: "test", token: "tok_success" } },
    headers,
  });
}

async function fulfil(order: Body, who: Person): Promise<void> {
  await must("POST", `/orders/${order.id}/fulfilments`, {
    body: { trackingUrl: `https://parcels.example/${who.mark}` },
    headers: staff,
  });
}

const listed = await must("POST", "/products", {
  body: {
    handle: "tide-teapot",
    title: "Tide teapot",
    variants: [{ prices: [{ region: "eu", price: { amountMinor: 100, currency: "EUR" } }] }],
  },
  headers: staff,
});
const publish = (id: string, version: number) =>
  must("PUT", `/contributions/${id}/decision`, {
    body: { decision: { type: "publish" } },
    headers: { ...staff, "if-match": `"${version}"` },
  });
const liked = (
  await db.$client<{ id: string }[]>`
    insert into contribution (id, kind, product_id, display_name, body, state, published_at)
    values ('ctb_01jv3ge8k2zt5y9m4n7q6r8s0w', 'question', ${listed.id}, 'Bo', 'Does it pour?', 'published', now())
    returning id`
)[0]!.id;

/** A review that is public, a question that is not, an answer, a vote and a report. */
async function speak(who: Person, headers: Headers): Promise<void> {
  const displayName = who.word("Zy");
  const said = { body: who.word("Mine pours."), displayName };
  const review = await must("POST", "/products/tide-teapot/reviews", {
    body: { ...said, rating: 5, title: who.word("Pours") },
    headers,
  });
  await publish(review.id, review.version);
  await must("POST", "/products/tide-teapot/questions", { body: said, headers });
  await must("POST", `/questions/${liked}/answers`, { body: said, headers });
  await must("PUT", `/contributions/${liked}/vote`, { body: {}, headers });
  await must("PUT", `/contributions/${liked}/report`, { body: { reason: "off_topic" }, headers });
}

async function register(who: Person) {
  await must("POST", "/users", { body: { name: who.address.name, email: who.email, password } });
  const { token } = await mailTo(db, who.email);
  const verified = await send(app, "POST", "/trpc/accounts.verifyEmail", { body: { token } });
  const application = await makeApplication(db, ["account", "account:erase"]);
  const { verifier, challenge } = pkce();
  const scope = "account account:erase offline_access";
  const back = await letIn(app, who.email, { clientId: application.id, challenge, scope });
  const code = back.searchParams.get("code") ?? "";
  const { body } = await redeem(app, application.id, code, verifier);
  return {
    session: cookieOf(verified),
    application: application.id,
    refreshToken: String(body["refresh_token"]),
    headers: { authorization: `Bearer ${String(body["access_token"])}` },
  };
}
const erase = (email: string, headers: Headers) =>
  send(app, "DELETE", `/api/v1/users/me?email=${encodeURIComponent(email)}`, { headers });

/** An account in which there is something of everything. */
async function live(who: Person) {
  const asGuest = await place(who, {}, code);
  await fulfil(asGuest, who);
  const account = await register(who);
  const { headers } = account;
  await must("POST", "/users/me/addresses", { body: { address: who.address }, headers });
  await must("PATCH", "/users/me/preferences", {
    body: {
      region: "eu",
      locale: "sv-SE",
      marketing: { isGiven: true, textVersion: who.word("words") },
    },
    headers: { ...headers, "if-match": '"1"' },
  });
  const cancelled = await place(who, headers);
  await must("POST", `/orders/${cancelled.id}/cancel`, {
    body: { note: who.word("I am moving") },
    headers: staff,
  });
  const returned = await place(who, headers);
  await fulfil(returned, who);
  const note = who.word("it broke");
  await must("POST", `/orders/${returned.id}/returns`, { body: { lines, note }, headers });
  await must("POST", `/orders/${returned.id}/refunds`, { body: { lines, note }, headers: staff });
  await speak(who, headers);
  await must("PUT", `/users/me/watches/${soldOut}`, { body: { language: "de" }, headers });
  await must("PUT", `/users/me/wishlist/items/${productId}`, { body: {}, headers });
  await askAndAnswer(app, db, who.email, returned.id, who.word("It broke"));
  await start(who, headers);
  await send(app, "POST", "/api/v1/users/password-resets", { body: { email: who.email } });
  await signIn(app, who.email, "a wrong password");
  return { ...account, orderIds: [asGuest.id, cancelled.id, returned.id] };
}

describe("a copy of one's data", () => {
  test("has all that is kept, of oneself alone", async () => {
    const [ada, eve] = [person(), person()];
    const [{ headers, orderIds }] = await Promise.all([live(ada), live(eve)]);
    const copy = await must("GET", "/users/me/export", { headers });
    const { address } = ada;
    expect(copy).toMatchObject({
      user: { email: ada.email, name: address.name },
      addresses: [{ address, isDefault: true }],
      preferences: { region: "eu", locale: "sv-SE" },
      consents: [{ textVersion: ada.word("words") }, { purpose: "surveys", isGiven: true }],
      cart: { lines: [{ variantId, quantity: 2 }] },
      checkouts: [
        {
          state: "open",
          email: ada.email,
          shippingAddress: address,
          giftMessage: ada.word("For Zyxa"),
        },
      ],
      applications: [
        { name: "Ledger <app>", scopes: ["account", "account:erase", "offline_access"] },
      ],
      contributions: [
        { kind: "review", state: "published", title: ada.word("Pours") },
        { kind: "question", state: "pending", body: ada.word("Mine pours.") },
        { kind: "answer", question: { id: liked } },
      ],
      votes: [{ contributionId: liked }],
      reports: [{ contributionId: liked, reason: "off_topic" }],
      watches: [{ variantId: soldOut, language: "de" }],
      wishlist: { items: [{ productId, title: "Tide teapot" }] },
      surveys: [{ state: "answered", rating: 2, comment: ada.word("It broke") }],
      actions: [],
    });
    expect((copy["orders"] as Body[]).map(({ id }) => id)).toEqual(orderIds.toReversed());
    expect((copy["sessions"] as object[]).length).toBeGreaterThan(0);
    expect(JSON.stringify(copy)).not.toContain(eve.mark);
  });
});

describe("erasure", () => {
  test("leaves nothing of the person in any table, the log or Redis; orders keep their figures", async () => {
    const who = person();
    const { headers, session, application, refreshToken, orderIds } = await live(who);
    await relay.run();
    expect(await tracesInTables(db, who.texts)).toEqual(
      new Set([
        "checkout.email",
        "checkout.gift_message",
        "checkout.shipping_address",
        "consent.text_version",
        "contribution.body",
        "contribution.display_name",
        "contribution.title",
        "idempotency_key.body",
        "mail.recipient",
        "order.email",
        "order.gift_message",
        "order.shipping_address",
        "order_entry.data",
        "order_return.note",
        "promotion_use.email_digest",
        "rate_window.key",
        "refund.note",
        "survey.comment",
        "user.email",
        "user.name",
        "user_address.address",
        "watch.email",
        "watch_address.email",
      ]),
    );
    const before = await Promise.all(orderIds.map((id) => must("GET", `/orders/${id}`)));
    expect(await erase(who.email, headers)).toMatchObject({ status: 204 });
    await relay.run();
    expect(await tracesInTables(db, who.texts)).toEqual(new Set());
    expect(await tracesInRedis(redisAt, who.texts)).toEqual([]);
    for (const { id, totals, version, ...old } of before) {
      expect(await must("GET", `/orders/${id}`)).toMatchObject({
        totals,
        lines: old["lines"],
        refunded: old["refunded"],
        version: version + 1,
        email: "erased@example.invalid",
        shippingAddress: { name: "Erased", country: "DE" },
      });
      const feed = await must("GET", "/events?types=meridian.order.erased&limit=100", {
        headers: staff,
      });
      const told = (feed["items"] as { subject: string; version: number }[]).find(
        ({ subject }) => subject === id,
      );
      expect(told?.version).toBe(version + 1);
    }
    expect(await findBrokenInvariants(db)).toEqual([]);
    const me = await send(app, "GET", "/trpc/accounts.me?input={}", { headers: session });
    expect(me.status).toBe(401);
    expect((await signIn(app, who.email)).status).toBe(401);
    expect((await refresh(app, application, refreshToken)).body).toMatchObject({
      error: "invalid_grant",
    });
  });

  test("a token that is still good does nothing for an account that is gone", async () => {
    const who = person();
    const { headers } = await register(who);
    await erase(who.email, headers);
    const gone = { status: 401, body: { reason: "auth.token_invalid" } };
    const guest = await must("POST", "/carts", { body: {} });
    const match = { ...headers, "if-match": '"1"' };
    const tries = await Promise.all([
      erase(who.email, headers),
      send(app, "GET", "/api/v1/users/me", { headers }),
      send(app, "GET", "/api/v1/users/me/export", { headers }),
      send(app, "POST", "/api/v1/users/me/addresses", { headers, body: { address: who.address } }),
      send(app, "PATCH", "/api/v1/users/me/preferences", {
        headers: match,
        body: { locale: "de" },
      }),
      send(app, "POST", "/api/v1/carts", { headers, body: {} }),
      send(app, "POST", "/api/v1/users/me/cart/merges", {
        headers,
        body: { fromCartId: guest.id },
      }),
    ]);
    for (const answer of tries) expect(answer).toMatchObject(gone);
    await expect(start(who, headers)).rejects.toThrow("401");
    expect(await tracesInTables(db, who.texts)).toEqual(new Set());
  });

  test("waits for what is to be sent or is being paid, and by whom it is not meant", async () => {
    const who = person();
    const { headers } = await register(who);
    const order = await place(who, headers);
    expect(await erase(who.email, headers)).toMatchObject({
      status: 409,
      body: { reason: "order.not_sent", details: { orderIds: [order.id] } },
    });
    await fulfil(order, who);
    const checkout = await start(who, headers);
    await must("POST", `/checkouts/${checkout.id}/complete`, {
      body: { payment: { provider: "test", token: "tok_challenge" } },
      headers,
    });
    expect(await erase(who.email, headers)).toMatchObject({
      status: 409,
      body: { reason: "checkout.not_open" },
    });
    await must("DELETE", `/checkouts/${checkout.id}`);
    expect(await erase("another@example.com", headers)).toMatchObject({
      status: 422,
      body: { reason: "accounts.address_differs" },
    });
    expect(await must("GET", `/orders/${order.id}`)).toMatchObject({ email: who.email });
    expect((await erase(who.email, headers)).status).toBe(204);
  });

  test("is an application's to ask for only by a scope of its own", async () => {
    const who = person();
    const { headers } = await register(who);
    const application = await bearerOfUser(app, db, who.email);
    expect(await erase(who.email, application)).toMatchObject({
      status: 403,
      body: { reason: "auth.scope_missing", details: { scope: "account:erase" } },
    });
    expect(await tracesInTables(db, who.texts)).not.toEqual(new Set());
    expect((await erase(who.email, headers)).status).toBe(204);
  });

  test("what runs beside it is done before or refused: nothing comes after", async () => {
    for (let round = 0; round < 6; round++) {
      const who = person();
      const { headers } = await register(who);
      const body = { address: who.address };
      const beside = Array.from({ length: 8 }, (_, n) =>
        n % 2 === 0 ? must("POST", "/users/me/addresses", { headers, body }) : start(who, headers),
      );
      const [erased, ...others] = await Promise.allSettled([erase(who.email, headers), ...beside]);
      expect(erased).toMatchObject({ value: { status: 204 } });
      const refused = others.filter((other) => other.status === "rejected");
      for (const { reason } of refused) expect(String(reason)).toMatch(/ (401|404|409|412):/);
      expect(await tracesInTables(db, who.texts)).toEqual(new Set());
      expect(
        await db.$client`select id from checkout where user_id is null and state = 'open'`,
      ).toEqual([]);
    }
  });

  test("of staff: that something was done stays, from where it was done does not", async () => {
    const who = person();
    const { session } = await register(who);
    await db.$client`update "user" set role = 'staff' where email = ${who.email}`;
    const as = { headers: { ...session, "sec-fetch-site": "same-origin" } };
    const [user] = await db.$client`select id from "user" where email = ${who.email}`;
    const call = (procedure: string, body: object) =>
      send(app, "POST", `/trpc/${procedure}`, { ...as, body });
    const counted = { variantId, locationId: warehouse, delta: 1, reason: "counted" };
    const adjust = { ...counted, idempotencyKey: crypto.randomUUID() };
    expect((await call("inventory.adjust", adjust)).status).toBe(200);
    expect((await call("privacy.erase", { email: who.email })).status).toBe(200);
    const rows = await db.$client`
      select procedure, address from audit_entry where actor_id = ${user?.["id"] ?? ""} order by id`;
    expect(rows.map((row) => [row["procedure"], row["address"]])).toEqual([
      ["inventory.adjust", ""],
      ["privacy.erase", ""],
    ]);
  });
});
