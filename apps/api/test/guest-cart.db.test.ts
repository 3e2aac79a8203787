import { expect, test } from "vitest";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { bearer, send } from "./host.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();

test("whoever lost the first answer gets the same cart, and its cookie", async () => {
  const body = { region: "eu", idempotencyKey: crypto.randomUUID() };
  const first = await send(app, "POST", "/trpc/cart.create", { body });
  const again = await send(app, "POST", "/trpc/cart.create", { body });
  expect(first.status).toBe(200);
  expect(again.body).toEqual(first.body);
  const cookie = String(first.headers["set-cookie"]);
  expect(cookie).toMatch(/meridian_cart=cart_\w{26}; .*HttpOnly/);
  const cartOf = (header: unknown) => /cart_\w{26}/.exec(String(header))?.[0];
  expect(cartOf(again.headers["set-cookie"])).toBe(cartOf(cookie));
});

test("a cart is not answered with 304 when something has to be said about a line", async () => {
  const locationId = await makeLocation(db);
  const { variantId } = await makeVariant(db, { stock: { [locationId]: 3 } });
  const { body: cart } = await send(app, "POST", "/api/v1/carts", { body: { region: "eu" } });
  const { id } = cart as { id: string };
  await send(app, "PUT", `/api/v1/carts/${id}/lines/${variantId}`, {
    body: { quantity: 3 },
    headers: { "if-match": '"1"' },
  });
  const read = () =>
    send(app, "GET", `/api/v1/carts/${id}`, { headers: { "if-none-match": '"2"' } });
  expect((await read()).status).toBe(304);
  await send(app, "POST", "/api/v1/inventory/adjustments", {
    body: { variantId, locationId, delta: -2, reason: "damaged" },
    headers: { ...bearer, "idempotency-key": crypto.randomUUID() },
  });
  expect(await read()).toMatchObject({
    status: 200,
    headers: { etag: '"2"' },
    body: { lines: [{ notices: [{ type: "out_of_stock", available: 1 }] }] },
  });
});
