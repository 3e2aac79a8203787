import { send } from "../http-client.ts";
import { type Call, payFor, type Resource } from "../pay.ts";
import type { Shelf } from "../shelf.ts";

/** From an empty cart to a paid order, as an integrator does it. @throws when any step is refused */
export async function buy({ url, variantIds }: Shelf, number: number): Promise<void> {
  const call: Call = async (method, path, body, headers) => {
    const { status, text } = await send(`${url}/api/v1${path}`, method, body, headers);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as Resource;
  };
  const cart = await call("POST", "/carts", { region: "eu" });
  const variantId = variantIds[number % variantIds.length];
  const operations = [{ type: "add", seq: 0, variantId, quantity: 1 }];
  await call("POST", `/carts/${cart.id}/operations`, { device: "a-shopper", operations });
  const order = await payFor(cart.id, call);
  if (order.state !== "paid") throw new Error(`order ${order.id} is ${order.state}`);
}
