import { newId } from "@meridian/api/kernel/ids.ts";
import { send } from "../http-client.ts";
import type { Shelf } from "../shelf.ts";

type Resource = { id: string; version: number; state: string };

const shippingAddress = {
  name: "Ada",
  line1: "Ring 1",
  city: "Berlin",
  postalCode: "10115",
  country: "DE",
};

/** From an empty cart to a paid order, as an integrator does it. @throws when any step is refused */
export async function buy({ url, variantIds }: Shelf, number: number): Promise<void> {
  const call = async (method: string, path: string, body: object, headers = {}) => {
    const { status, text } = await send(`${url}/api/v1${path}`, method, body, headers);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as Resource;
  };
  const cart = await call("POST", "/carts", { region: "eu" });
  const variantId = variantIds[number % variantIds.length];
  const operations = [{ type: "add", seq: 0, variantId, quantity: 1 }];
  await call("POST", `/carts/${cart.id}/operations`, { device: "a-shopper", operations });
  const { id, version } = await call("POST", "/checkouts", { cartId: cart.id });
  const details = { email: "ada@example.com", shippingOptionId: "standard", shippingAddress };
  await call("PATCH", `/checkouts/${id}`, details, { "if-match": `"${version}"` });
  const payment = { payment: { provider: "test", token: "tok_success" } };
  const once = { "idempotency-key": newId("evt") };
  const order = await call("POST", `/checkouts/${id}/complete`, payment, once);
  if (order.state !== "paid") throw new Error(`order ${order.id} is ${order.state}`);
}
