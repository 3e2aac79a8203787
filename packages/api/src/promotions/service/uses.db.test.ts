import { createClient } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { promotions } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { addressIn, makeCart, pay } from "../../../testing/checkouts.ts";
import { testContext } from "../../../testing/context.ts";
import { orderOf, succeededOf } from "../../../testing/payments.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { getCart } from "../../cart/service.ts";
import { removePromotion, setPromotion } from "../../cart/service/promotions.ts";
import { startCheckout } from "../../checkout/service/start.ts";
import { updateCheckout } from "../../checkout/service/update.ts";
import { money } from "../../kernel/money.ts";
import { cancelOrder } from "../../orders/service/cancel.ts";
import type { CreatePromotion } from "../contract.ts";
import { createPromotion, deletePromotion } from "../service.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 24 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const warehouse = await makeLocation(db);
const { variantId } = await makeVariant(db, {
  stock: { [warehouse]: 1000 },
  priceMinor: { eu: 1999 },
});
const usedUp = (limit: "total" | "email") =>
  expect.objectContaining({
    reason: "promotions.used_up",
    details: expect.objectContaining({ limit }),
  });

let codes = 0;
async function makeCode(over: Partial<CreatePromotion> = {}) {
  return await createPromotion(ctx, {
    code: `CODE-${codes++}`,
    title: "A tenth off",
    discount: { type: "percentage", basisPoints: 1000 },
    ...over,
  });
}
const usesOf = async (promotionId: string) => {
  const [row] = await db.select().from(promotions).where(eq(promotions.id, promotionId));
  return row?.uses;
};

/** A checkout that can be paid, with the code. */
async function ready(code: string, email: string) {
  const cart = await makeCart(ctx, { [variantId]: 1 });
  await setPromotion(ctx, { cartId: cart.id, code, expectedVersion: cart.version });
  return { cartId: cart.id, id: await begin(cart.id, email) };
}

async function begin(cartId: string, email: string): Promise<string> {
  const { id, version } = await startCheckout(ctx, { cartId });
  await updateCheckout(ctx, {
    checkoutId: id,
    expectedVersion: version,
    email,
    shippingAddress: addressIn.eu,
    shippingOptionId: "standard",
  });
  return id;
}

test("the order shows the code and what it took off, on the line and in all", async () => {
  const { code, id } = await makeCode();
  const order = orderOf(await pay(ctx, (await ready(code!, "a@example.com")).id));
  expect(order).toMatchObject({
    promotions: [{ id, code, reduction: money(200, "EUR"), freesShipping: false }],
    lines: [{ discount: money(200, "EUR"), total: money(1799, "EUR") }],
    totals: { discount: money(200, "EUR") },
  });
  expect(await usesOf(id)).toBe(1);
});

test("50 buyers, ten uses: ten orders with the code; nobody else is charged, and can buy without it", async () => {
  const { code, id } = await makeCode({ useLimit: 10 });
  const buyers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => ready(code!, `${index}@example.com`)),
  );
  const results = await Promise.allSettled(buyers.map((buyer) => pay(ctx, buyer.id)));
  const lost = buyers.filter((_, index) => results[index]?.status === "rejected");
  expect(lost).toHaveLength(40);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toEqual(usedUp("total"));
    else expect(orderOf(result.value).promotions).toMatchObject([{ code }]);
  expect(await usesOf(id)).toBe(10);
  for (const buyer of lost) expect(await succeededOf(db, buyer.id)).toEqual([]);

  const [{ cartId }] = lost as [(typeof lost)[number]];
  const cart = await getCart(ctx, { cartId });
  expect(cart.promotions).toMatchObject([{ isApplied: false, refusal: { details: { code } } }]);
  await removePromotion(ctx, { cartId, code: code!, expectedVersion: cart.version });
  const order = orderOf(await pay(ctx, await begin(cartId, "late@example.com")));
  expect([order.promotions, order.totals.discount]).toEqual([[], money(0, "EUR")]);
}, 120_000);

test("once for each e-mail, however it is written, in ten tabs at once", async () => {
  const { code, id } = await makeCode({ useLimitPerEmail: 1 });
  const tabs = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      ready(code!, index % 2 ? "Ada@example.com" : "ada@EXAMPLE.com"),
    ),
  );
  const results = await Promise.allSettled(tabs.map((tab) => pay(ctx, tab.id)));
  const lost = results.flatMap((r) => (r.status === "rejected" ? [r.reason as unknown] : []));
  expect(lost).toHaveLength(9);
  for (const error of lost) expect(error).toEqual(usedUp("email"));
  orderOf(await pay(ctx, (await ready(code!, "bob@example.com")).id));
  expect(await usesOf(id)).toBe(2);
});

test("a declined card gives the use back, and so does a cancelled order, once", async () => {
  const { code, id } = await makeCode({ useLimit: 1 });
  const buyer = await ready(code!, "a@example.com");
  const other = await ready(code!, "b@example.com");
  await expect(pay(ctx, buyer.id, "tok_decline")).rejects.toMatchObject({
    reason: "payment.declined",
  });
  expect(await usesOf(id)).toBe(0);
  const order = orderOf(await pay(ctx, buyer.id));
  await expect(pay(ctx, other.id)).rejects.toEqual(usedUp("total"));
  const cancel = () => cancelOrder(ctx, { orderId: order.id, idempotencyKey: "cancel" });
  await Promise.all([cancel(), cancel(), cancel()]);
  expect(await usesOf(id)).toBe(0);
  expect(orderOf(await pay(ctx, other.id)).promotions).toMatchObject([{ code }]);
});

test("a challenge keeps the use until it is over", async () => {
  const { code, id } = await makeCode({ useLimit: 1 });
  const buyer = await ready(code!, "a@example.com");
  await pay(ctx, buyer.id, "tok_challenge");
  expect(await usesOf(id)).toBe(1);
  const other = await ready(code!, "b@example.com").catch((error: unknown) => error);
  expect(other).toEqual(usedUp("total"));
  // Turns away from the challenge to pay with another card: the same use.
  expect(orderOf(await pay(ctx, buyer.id)).promotions).toHaveLength(1);
  expect(await usesOf(id)).toBe(1);
});

test("the price stays as it was when the checkout began; a deleted code is told before payment", async () => {
  const { code, id } = await makeCode();
  const buyer = await ready(code!, "a@example.com");
  await db
    .update(promotions)
    .set({ startsAt: "2020-01-01T00:00:00.000Z", endsAt: "2020-01-02T00:00:00.000Z" })
    .where(eq(promotions.id, id));
  const order = orderOf(await pay(ctx, buyer.id));
  expect(order.totals.discount).toEqual(money(200, "EUR"));

  const gone = await makeCode();
  const late = await ready(gone.code!, "b@example.com");
  await deletePromotion(ctx, { promotionId: gone.id });
  await expect(pay(ctx, late.id)).rejects.toMatchObject({ reason: "promotions.not_found" });
  expect(await succeededOf(db, late.id)).toEqual([]);
});

test("after all of that the books agree", async () => {
  expect(await findBrokenInvariants(db)).toEqual([]);
});
