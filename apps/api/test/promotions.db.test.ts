import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { expect, test } from "vitest";
import { bearer, send } from "./host.ts";
import { address, complete, testShop } from "./shop.ts";

const { app, db } = await testShop();
const location = await makeLocation(db);
const { variantId } = await makeVariant(db, { stock: { [location]: 9 }, priceMinor: { eu: 1999 } });
const v1 = (path: string) => `/api/v1${path}`;
type Versioned = { id: string; version: number };

const create = (body: object, headers: Record<string, string> = bearer) =>
  send(app, "POST", v1("/promotions"), { body, headers });
const tenth = { type: "percentage", basisPoints: 1000 };

async function cartWithLine(): Promise<Versioned> {
  const cart = (await send(app, "POST", v1("/carts"), { body: {} })).body as Versioned;
  const line = await send(app, "PUT", v1(`/carts/${cart.id}/lines/${variantId}`), {
    body: { quantity: 1 },
    headers: { "if-match": `"${cart.version}"` },
  });
  return line.body;
}

test("a promotion is made, listed, changed with If-Match, and deleted by whoever may", async () => {
  const body = { code: "spring-20", title: "A fifth off", discount: tenth, useLimit: 5 };
  expect((await create(body, {})).status).toBe(401);
  const made = await create(body);
  const { id } = made.body as Versioned;
  expect([made.status, made.headers.location]).toEqual([201, v1(`/promotions/${id}`)]);
  expect(made.body).toMatchObject({ code: "SPRING-20", version: 1, uses: 0, isActive: true });
  expect((await create({ ...body, title: "Again" })).body).toMatchObject({
    status: 409,
    reason: "promotions.code_taken",
  });

  const path = v1(`/promotions/${id}`);
  const patch = (change: object, headers: Record<string, string>) =>
    send(app, "PATCH", path, { body: change, headers: { ...bearer, ...headers } });
  expect((await patch({ isActive: false }, {})).status).toBe(428);
  const stopped = await patch({ isActive: false }, { "if-match": '"1"' });
  expect([stopped.status, stopped.headers.etag]).toEqual([200, '"2"']);
  expect((await patch({ isActive: true }, { "if-match": '"1"' })).body).toMatchObject({
    status: 412,
    current: { version: 2, isActive: false },
  });
  const list = await send(app, "GET", v1("/promotions?limit=1"), { headers: bearer });
  expect(list.body).toMatchObject({ items: [{ id }] });
  expect((await send(app, "DELETE", path, { headers: bearer })).status).toBe(204);
  expect((await send(app, "GET", path, { headers: bearer })).body).toMatchObject({
    reason: "promotions.not_found",
  });
});

test.each([
  [{ useLimit: 1 }, "promotions.code_required"],
  [
    {
      discount: { type: "amount", amount: { amountMinor: 100, currency: "EUR" } },
      minimumSubtotal: { amountMinor: 100, currency: "USD" },
    },
    "promotions.currencies_differ",
  ],
  [{ endsAt: "2020-01-01T00:00:00.000Z" }, "promotions.ends_before_start"],
])("%j is refused: %s", async (over, reason) => {
  const answer = await create({ title: "Not sound", discount: tenth, ...over });
  expect(answer.body).toMatchObject({ status: 422, reason });
});

test("a code is put on a cart with If-Match, in any case, and taken off", async () => {
  await create({ code: "WELCOME10", title: "A tenth off", discount: tenth });
  const cart = await cartWithLine();
  const path = v1(`/carts/${cart.id}/promotions/welcome10`);
  expect((await send(app, "PUT", path)).status).toBe(428);
  const stale = await send(app, "PUT", path, { headers: { "if-match": '"1"' } });
  expect(stale.body).toMatchObject({ status: 412, current: { version: cart.version } });
  const applied = await send(app, "PUT", path, { headers: { "if-match": `"${cart.version}"` } });
  expect([applied.status, applied.headers.etag]).toEqual([200, `"${cart.version + 1}"`]);
  expect(applied.body).toMatchObject({
    promotions: [{ code: "WELCOME10", isApplied: true }],
    totals: { discount: { amountMinor: 200 } },
  });
  const unknown = await send(app, "PUT", v1(`/carts/${cart.id}/promotions/NOBODY`), {
    headers: { "if-match": `"${cart.version + 1}"` },
  });
  expect(unknown.body).toMatchObject({ status: 404, reason: "promotions.not_found" });
  const removed = await send(app, "DELETE", path, {
    headers: { "if-match": `"${cart.version + 1}"` },
  });
  expect(removed.body).toMatchObject({ promotions: [], totals: { discount: { amountMinor: 0 } } });
});

test("a checkout whose code was deleted is begun anew without it, and paid", async () => {
  const promotion = (await create({ code: "GONE-10", title: "Gone", discount: tenth })).body;
  const cart = await cartWithLine();
  const put = await send(app, "PUT", v1(`/carts/${cart.id}/promotions/GONE-10`), {
    headers: { "if-match": `"${cart.version}"` },
  });
  expect(put.status).toBe(200);
  const start = async () => {
    const made = await send(app, "POST", v1("/checkouts"), { body: { cartId: cart.id } });
    const { id, version } = made.body as Versioned;
    const body = { email: "a@example.com", shippingOptionId: "standard", shippingAddress: address };
    const headers = { "if-match": `"${version}"` };
    await send(app, "PATCH", v1(`/checkouts/${id}`), { body, headers });
    return id;
  };
  const first = await start();
  const { id } = promotion as Versioned;
  expect((await send(app, "DELETE", v1(`/promotions/${id}`), { headers: bearer })).status).toBe(
    204,
  );
  expect(await complete(app, first, "first")).toMatchObject({
    status: 404,
    body: { reason: "promotions.not_found", details: { code: "GONE-10" } },
  });
  const again = await start();
  expect(again).not.toBe(first);
  expect((await complete(app, again, "again")).status).toBe(201);
});
