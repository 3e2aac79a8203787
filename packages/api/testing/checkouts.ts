/** Factories for carts and checkouts, made through the services themselves. */
import { applyOperations } from "../src/cart/service/operations.ts";
import { createCart, getCart } from "../src/cart/service.ts";
import type { Cart } from "../src/cart/contract.ts";
import type { RegionId } from "../src/catalog/contract.ts";
import type { Checkout, CompletionResult } from "../src/checkout/contract.ts";
import { completeCheckout } from "../src/checkout/service/complete.ts";
import { startCheckout } from "../src/checkout/service/start.ts";
import { updateCheckout } from "../src/checkout/service/update.ts";
import type { Language } from "../src/kernel/language.ts";
import type { ServiceContext } from "../src/kernel/context.ts";
import type { Address } from "../src/orders/contract.ts";

export type Lines = Record<string, number>;

export const addressIn: Record<RegionId, Address> = {
  eu: { name: "Ada", line1: "Ring 1", city: "Berlin", postalCode: "10115", country: "DE" },
  uk: { name: "Ada", line1: "1 Mall", city: "London", postalCode: "SW1A 1AA", country: "GB" },
  us: {
    name: "Ada",
    line1: "1 Main St",
    city: "Oakland",
    postalCode: "94607",
    region: "CA",
    country: "US",
  },
  jp: { name: "Ada", line1: "1-1 Chiyoda", city: "Tokyo", postalCode: "100-0001", country: "JP" },
};

export async function makeCart(
  ctx: ServiceContext,
  lines: Lines,
  region: RegionId = "eu",
  language: Language = "en",
): Promise<Cart> {
  const { id } = await createCart(ctx, { region, language });
  await addLines(ctx, id, lines);
  return await getCart(ctx, { cartId: id });
}

export async function addLines(ctx: ServiceContext, cartId: string, lines: Lines): Promise<void> {
  await applyOperations(ctx, {
    cartId,
    device: crypto.randomUUID(),
    operations: Object.entries(lines).map(([variantId, quantity], seq) => ({
      type: "add",
      seq,
      variantId,
      quantity,
    })),
  });
}

/** A checkout that can be paid. */
export async function makeReady(
  ctx: ServiceContext,
  lines: Lines,
  region: RegionId = "eu",
  language: Language = "en",
): Promise<Checkout> {
  const cart = await makeCart(ctx, lines, region, language);
  const started = await startCheckout(ctx, { cartId: cart.id });
  return await updateCheckout(ctx, {
    checkoutId: started.id,
    expectedVersion: started.version,
    email: "ada@example.com",
    shippingAddress: addressIn[region],
    shippingOptionId: "standard",
  });
}

export async function pay(
  ctx: ServiceContext,
  checkoutId: string,
  token = "tok_success",
): Promise<CompletionResult> {
  return await completeCheckout(ctx, {
    checkoutId,
    payment: { provider: "test", token },
    idempotencyKey: crypto.randomUUID(),
  });
}

/** The order of a payment that succeeds at once. */
export async function makeOrder(
  ctx: ServiceContext,
  lines: Lines,
  region: RegionId = "eu",
  language: Language = "en",
) {
  const result = await pay(ctx, (await makeReady(ctx, lines, region, language)).id);
  if (!("lines" in result)) throw new Error(`not paid: ${result.state}`);
  return result;
}
