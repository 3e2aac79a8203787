import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { fillCart, openCart, operate, type Means, type OpenCart } from "./fill-cart.ts";
import { pay, payAndLeave } from "./pay.ts";

const berlin = { name: "Ada", line1: "Ring 1", city: "Berlin", postalCode: "10115", country: "DE" };

/** Told of what others may want to watch. */
export type Noticed = (topic: string) => void;

/** Comes again and again, until the shop closes; then ends what is under way. */
export async function shop(means: Means, closing: AbortSignal, noticed: Noticed): Promise<void> {
  while (!closing.aborted) {
    await visit(means, noticed).catch((error: unknown) => {
      means.journal.unanswered.push(error instanceof Error ? error.message : String(error));
    });
    await sleep(means.random.between(0, 80));
  }
}

/** One visit: some leave with a full cart, some from the checkout, some while they pay; most buy. */
async function visit(means: Means, noticed: Noticed): Promise<void> {
  const { random, client, journal } = means;
  const cart = await openCart(means);
  noticed(`cart:${cart.id}`);
  await fillCart(means, cart);
  if (random.chance(0.12)) return;
  const checkoutId = await checkOut(means, cart);
  if (checkoutId === undefined || random.chance(0.08)) return;
  if (random.chance(0.08)) return await cancelCheckout(means, checkoutId);
  if (!(await enterDelivery(means, checkoutId))) return;
  if (random.chance(0.1)) await addMeanwhile(means, cart);
  if (random.chance(0.08)) return await payAndLeave(means, checkoutId);
  const order = await pay(means, checkoutId);
  if (!order) return;
  noticed(`order:${order.id}`);
  if (!random.chance(0.15)) return;
  const { status } = await client.ask({
    method: "POST",
    path: `/api/v1/orders/${order.id}/cancel`,
    headers: { "idempotency-key": randomUUID() },
    body: {},
  });
  if (status === 200) journal.cancelled(order.id);
}

/** Holds the stock. Who finds something sold out takes it from the cart and tries once more. */
async function checkOut(means: Means, cart: OpenCart): Promise<string | undefined> {
  const { client, journal } = means;
  for (let tries = 0; tries < 2; tries++) {
    const { status, body } = await client.ask({
      method: "POST",
      path: "/api/v1/checkouts",
      headers: { "idempotency-key": randomUUID() },
      body: { cartId: cart.id },
    });
    if (status === 201) {
      journal.startCheckout(body.id, cart.id);
      return body.id as string;
    }
    if (body.reason !== "inventory.out_of_stock") return undefined;
    await operate(means, cart, { type: "remove", variantId: body.details.variantId });
  }
  return undefined;
}

/** False when the checkout had run out. A 412 is the echo of an own request, or somebody's: read and go on. */
async function enterDelivery({ client }: Means, checkoutId: string): Promise<boolean> {
  const path = `/api/v1/checkouts/${checkoutId}`;
  for (let tries = 0; tries < 5; tries++) {
    const { body: seen } = await client.ask({ method: "GET", path });
    if (seen.state !== "open") return false;
    if (seen.email !== null) return true;
    const { status } = await client.ask({
      method: "PATCH",
      path,
      headers: { "if-match": `"${seen.version}"` },
      body: { email: "ada@example.com", shippingOptionId: "standard", shippingAddress: berlin },
    });
    if (status === 200) return true;
  }
  return false;
}

async function cancelCheckout({ client, journal }: Means, checkoutId: string): Promise<void> {
  const { status } = await client.ask({
    method: "DELETE",
    path: `/api/v1/checkouts/${checkoutId}`,
  });
  const story = journal.checkouts.get(checkoutId);
  if (status === 204 && story) story.told = "cancelled";
}

/** What comes into the cart while its checkout is under way must be there when the rest is an order. */
async function addMeanwhile(means: Means, cart: OpenCart): Promise<void> {
  const { variantId } = means.random.pick(means.shelf.plenty);
  await operate(means, cart, { type: "add", variantId, quantity: 1 });
}
