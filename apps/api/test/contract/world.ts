import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { askAbout } from "@meridian/api/testing/surveys.ts";
import type { Database } from "@meridian/db/client.ts";
import type { FastifyInstance } from "fastify";
import type { JWTPayload } from "jose";
import { makeUser } from "../accounts.ts";
import { bearer, send } from "../host.ts";
import { publishedKey } from "../oauth.ts";
import { address, complete, readyCheckout } from "../shop.ts";
import { askAndAnswer } from "../surveys.ts";

type Headers = { authorization: string };

/** A shop in which there is one of everything that a path can name. */
export type World = {
  /** By what a path calls it, or by the path's first segment and that where it means several things. */
  ids: Record<string, string>;
  user: Headers;
  /** A client without any scope. */
  powerless: Headers;
};

export async function makeWorld(app: FastifyInstance, db: Database): Promise<World> {
  const { user, email, powerless } = await makeCallers(app, db);
  const add = adder(app, bearer);
  const addOwn = adder(app, user);
  await addOwn("/users/me/cart/merges", { fromCartId: await add("/carts", {}) });
  const catalogue = await fillCatalogue(add);
  const { answeredOrderId, ...sold } = await sellSomething(app, db);
  return {
    user,
    powerless,
    ids: {
      ...sold,
      ...catalogue,
      contributionId: await askSomething(app, addOwn, catalogue["products.handle"]),
      cartId: await add("/carts", {}),
      token: await shareWishes(app, user),
      surveyId: await askAndAnswer(app, db, email, answeredOrderId, "Too small"),
      "surveys.token": await askAbout(db, email, sold.orderId),
      addressId: await addOwn("/users/me/addresses", { address }),
      "imports.jobId": await add("/imports", { subject: "products", format: "csv" }),
      "exports.jobId": await add("/exports", { subject: "products", format: "csv" }),
      webhookId: await add("/webhooks", { url: "https://erp.example/meridian" }),
      clientId: await add("/clients", { name: "Warehouse", scopes: ["inventory:read"] }),
    },
  };
}

async function makeCallers(app: FastifyInstance, db: Database) {
  const { id: sub, email } = await makeUser(app, db);
  const { sign } = await publishedKey(db);
  const tokenOf = async (claims: JWTPayload) => ({ authorization: `Bearer ${await sign(claims)}` });
  return {
    email,
    user: await tokenOf({ sub, client_id: "app", scope: "account account:erase", role: "shopper" }),
    powerless: await tokenOf({ sub: "client_none", client_id: "client_none", scope: "" }),
  };
}

async function sellSomething(app: FastifyInstance, db: Database) {
  const locationId = await makeLocation(db);
  const { variantId, productId } = await makeVariant(db, { stock: { [locationId]: 100 } });
  const open = await readyCheckout(app, variantId);
  const order = async () => {
    const { id } = await readyCheckout(app, variantId);
    return ((await complete(app, id, crypto.randomUUID())).body as { id: string }).id;
  };
  const soldOut = await makeVariant(db, { stock: { [locationId]: 0 } });
  return {
    variantId,
    "users.variantId": soldOut.variantId,
    "users.productId": productId,
    locationId,
    checkoutId: open.id,
    orderId: await order(),
    answeredOrderId: await order(),
  };
}

/** @returns the token of the user's shared wish list */
async function shareWishes(app: FastifyInstance, headers: Headers): Promise<string> {
  const path = "/api/v1/users/me/wishlist/share";
  const { body } = await send(app, "PUT", path, { headers, body: {} });
  return (body as { share: { token: string } }).share.token;
}

type Add = ReturnType<typeof adder>;

/** @returns the field that names what was made */
function adder(app: FastifyInstance, headers: Headers) {
  return async (path: string, body: object, field = "id"): Promise<string> => {
    const made = await send(app, "POST", `/api/v1${path}`, { headers, body });
    if (made.status >= 300) throw new Error(`${path}: ${made.text}`);
    return String((made.body as Record<string, unknown>)[field]);
  };
}

/** A question of the user's that is public. */
async function askSomething(app: FastifyInstance, addOwn: Add, handle: string): Promise<string> {
  const question = { body: "Does it pour?", displayName: "Bo" };
  const id = await addOwn(`/products/${handle}/questions`, question);
  const body = { decision: { type: "publish" } };
  const headers = { ...bearer, "if-match": '"1"' };
  await send(app, "PUT", `/api/v1/contributions/${id}/decision`, { headers, body });
  return id;
}

async function fillCatalogue(add: Add) {
  const price = { amountMinor: 1999, currency: "EUR" };
  const product = {
    handle: "tide-teapot-1",
    title: "Tide teapot",
    variants: [{ options: { Color: "Sage" }, prices: [{ region: "eu", price }] }],
  };
  const discount = { type: "percentage", basisPoints: 1000 };
  return {
    "products.handle": await add("/products", product, "handle"),
    "categories.handle": await add(
      "/categories",
      { handle: "kitchen", title: "Kitchen" },
      "handle",
    ),
    "collections.handle": await add(
      "/collections",
      { handle: "summer", title: "Summer" },
      "handle",
    ),
    "drops.handle": await add(
      "/collections",
      { handle: "drop", title: "Drop", startsAt: "2026-01-31T12:00:00.000Z", admits: 5 },
      "handle",
    ),
    "options.name": "Color",
    shippingOptionId: "standard",
    promotionId: await add("/promotions", { code: "WELCOME", title: "Welcome", discount }),
  };
}
