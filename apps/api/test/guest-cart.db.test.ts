import { expect, test } from "vitest";
import { send } from "./host.ts";
import { testShop } from "./shop.ts";

const { app } = await testShop();

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
