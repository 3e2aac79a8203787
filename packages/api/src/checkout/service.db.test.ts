import { createClient } from "@meridian/db/client.ts";
import { checkouts, outbox, prices } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { addLines, addressIn, makeCart, makeReady, pay } from "../../testing/checkouts.ts";
import { testContext } from "../../testing/context.ts";
import { stockOf } from "../../testing/ledger.ts";
import { runOut } from "../../testing/payments.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { updateCart } from "../cart/service.ts";
import { money } from "../kernel/money.ts";
import type { UpdateCheckout } from "./contract.ts";
import { getCheckout } from "./service.ts";
import { cancelCheckout } from "./service/cancel.ts";
import { expireCheckouts } from "./service/expire.ts";
import { startCheckout } from "./service/start.ts";
import { updateCheckout } from "./service/update.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 24 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const location = await makeLocation(db);
const variant = async (stock: number, over: Parameters<typeof makeVariant>[1] = {}) =>
  (await makeVariant(db, { stock: { [location]: stock }, ...over })).variantId;
const start = (cartId: string) => startCheckout(ctx, { cartId });
const refused = (reason: string, details: object = {}) =>
  expect.objectContaining({ reason, details: expect.objectContaining(details) });

async function eventsOf(aggregateId: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(eq(outbox.aggregateId, aggregateId))
    .orderBy(outbox.id);
  return rows.map((row) => row.type);
}

describe("starting", () => {
  test("holds the stock and freezes the prices", async () => {
    const [a, b] = [await variant(5), await variant(5, { priceMinor: { eu: 1000 } })];
    const cart = await makeCart(ctx, { [a]: 2, [b]: 1 });
    const checkout = await start(cart.id);
    expect(checkout).toMatchObject({ state: "open", version: 1, payment: null, orderId: null });
    expect(checkout.totals).toEqual(cart.totals);
    const left = Date.parse(checkout.expiresAt) - Date.now();
    expect(left).toBeGreaterThan(590_000);
    expect(left).toBeLessThan(610_000);
    expect(await stockOf(db, a)).toMatchObject({ onHand: 5, held: 2 });
    await db.update(prices).set({ amountMinor: 9999 }).where(eq(prices.variantId, b));
    expect((await getCheckout(ctx, { checkoutId: checkout.id })).totals).toEqual(cart.totals);
    expect(await eventsOf(checkout.id)).toEqual(["checkout.started"]);
  });

  test("shows a price that changed since it was put into the cart", async () => {
    const a = await variant(5);
    const cart = await makeCart(ctx, { [a]: 1 });
    await db.update(prices).set({ amountMinor: 2500 }).where(eq(prices.variantId, a));
    const { lines } = await start(cart.id);
    expect(lines[0]).toMatchObject({
      unitPrice: money(2500, "EUR"),
      priceBefore: money(1999, "EUR"),
    });
  });

  test("takes all lines or none, and says what is short", async () => {
    const [a, b] = [await variant(5), await variant(1)];
    const cart = await makeCart(ctx, { [a]: 2, [b]: 1 });
    await start((await makeCart(ctx, { [b]: 1 })).id);
    const details = { variantId: b, requested: 1, available: 0 };
    await expect(start(cart.id)).rejects.toEqual(refused("inventory.out_of_stock", details));
    expect(await stockOf(db, a)).toMatchObject({ held: 0 });
  });

  test("an empty cart, and a line that is not sold here, can't be bought", async () => {
    const cart = await makeCart(ctx, {});
    await expect(start(cart.id)).rejects.toEqual(refused("checkout.cart_empty"));
    const a = await variant(5);
    const moved = await makeCart(ctx, { [a]: 1 });
    await updateCart(ctx, { cartId: moved.id, region: "us" });
    await expect(start(moved.id)).rejects.toEqual(refused("cart.not_sold_here", { variantId: a }));
  });

  test("what is not counted needs no hold, and still expires", async () => {
    const a = await variant(0, { isTracked: false, stock: {} });
    const checkout = await start((await makeCart(ctx, { [a]: 3 })).id);
    await runOut(db, checkout.id);
    await expireCheckouts(ctx, { limit: 100 });
    const [row] = await db.select().from(checkouts).where(eq(checkouts.id, checkout.id));
    expect(row?.state).toBe("expired");
  });
});

describe("starting again", () => {
  test("an unchanged cart continues with the same holds and the same end", async () => {
    const a = await variant(5);
    const cart = await makeCart(ctx, { [a]: 2 });
    const first = await start(cart.id);
    expect(await start(cart.id)).toEqual(first);
    expect(await stockOf(db, a)).toMatchObject({ held: 2 });
  });

  test("ten at once make one checkout", async () => {
    const a = await variant(5);
    const cart = await makeCart(ctx, { [a]: 2 });
    const started = await Promise.all(Array.from({ length: 10 }, () => start(cart.id)));
    expect(new Set(started.map((checkout) => checkout.id)).size).toBe(1);
    expect(await stockOf(db, a)).toMatchObject({ held: 2 });
  });

  test("a changed cart replaces it, may use what it held, and keeps the address", async () => {
    const a = await variant(3);
    const before = await makeReady(ctx, { [a]: 2 });
    await addLines(ctx, before.cartId, { [a]: 1 });
    const after = await start(before.cartId);
    expect(after.id).not.toBe(before.id);
    expect(after).toMatchObject({ email: before.email, shippingAddress: before.shippingAddress });
    expect(await stockOf(db, a)).toMatchObject({ held: 3 });
    expect(await getCheckout(ctx, { checkoutId: before.id })).toMatchObject({ state: "cancelled" });
  });

  test("a change that can't be held leaves the first as it was", async () => {
    const [a, b] = [await variant(3), await variant(1)];
    const before = await makeReady(ctx, { [a]: 2 });
    await addLines(ctx, before.cartId, { [b]: 1 });
    await start((await makeCart(ctx, { [b]: 1 })).id);
    await expect(start(before.cartId)).rejects.toEqual(refused("inventory.out_of_stock"));
    expect(await getCheckout(ctx, { checkoutId: before.id })).toEqual(before);
    expect(await stockOf(db, a)).toMatchObject({ held: 2 });
  });

  test("after its time ran out there is a new one", async () => {
    const a = await variant(2);
    const before = await makeReady(ctx, { [a]: 2 });
    await runOut(db, before.id);
    const after = await start(before.cartId);
    expect(after.id).not.toBe(before.id);
    expect(await stockOf(db, a)).toMatchObject({ held: 2 });
    expect(await eventsOf(before.id)).toEqual(["checkout.started", "checkout.expired"]);
  });
});

describe("expiry", () => {
  test("is seen at once, sweeper or not; then the stock is back and all writes are refused", async () => {
    const a = await variant(5);
    const checkout = await makeReady(ctx, { [a]: 2 });
    await runOut(db, checkout.id);
    const { id: checkoutId, version } = checkout;
    expect(await getCheckout(ctx, { checkoutId })).toMatchObject({ state: "expired" });
    const email = "b@example.com";
    const change = updateCheckout(ctx, { checkoutId, email, expectedVersion: version });
    await expect(change).rejects.toEqual(refused("checkout.expired"));
    await expect(pay(ctx, checkoutId)).rejects.toEqual(refused("checkout.expired"));
    expect(await stockOf(db, a)).toMatchObject({ held: 2 });
    await Promise.all([1, 2, 3].map(() => expireCheckouts(ctx, { limit: 100 })));
    expect(await stockOf(db, a)).toMatchObject({ onHand: 5, held: 0 });
    expect(await eventsOf(checkoutId)).toEqual(["checkout.started", "checkout.expired"]);
    await expect(pay(ctx, checkoutId)).rejects.toEqual(refused("checkout.expired"));
  });

  test("takes only what is due", async () => {
    const a = await variant(5);
    const [due, other] = [await makeReady(ctx, { [a]: 1 }), await makeReady(ctx, { [a]: 2 })];
    await runOut(db, due.id);
    await expireCheckouts(ctx, { limit: 100 });
    expect(await stockOf(db, a)).toMatchObject({ held: 2 });
    expect(await getCheckout(ctx, { checkoutId: other.id })).toMatchObject({ state: "open" });
  });
});

describe("cancelling", () => {
  test("gives the stock back, once, however often", async () => {
    const a = await variant(5);
    const { id: checkoutId } = await makeReady(ctx, { [a]: 2 });
    await Promise.all([1, 2, 3].map(() => cancelCheckout(ctx, { checkoutId })));
    expect(await stockOf(db, a)).toMatchObject({ onHand: 5, held: 0 });
    expect(await eventsOf(checkoutId)).toEqual(["checkout.started", "checkout.cancelled"]);
  });

  test("what is paid can't be cancelled here", async () => {
    const { id: checkoutId } = await makeReady(ctx, { [await variant(5)]: 1 });
    await pay(ctx, checkoutId);
    const cancel = cancelCheckout(ctx, { checkoutId });
    await expect(cancel).rejects.toEqual(refused("checkout.not_open", { state: "completed" }));
  });
});

describe("changing", () => {
  const change = (checkoutId: string, expectedVersion: number, over: Partial<UpdateCheckout>) =>
    updateCheckout(ctx, { checkoutId, expectedVersion, ...over });

  test("of parallel changes that saw one version, one wins and the others get the current one", async () => {
    const checkout = await start((await makeCart(ctx, { [await variant(9)]: 1 })).id);
    const results = await Promise.allSettled([
      change(checkout.id, 1, { email: "a@example.com" }),
      change(checkout.id, 1, { shippingAddress: addressIn.eu }),
      change(checkout.id, 1, { shippingOptionId: "express" }),
      change(checkout.id, 1, { shippingOptionId: "standard" }),
    ]);
    const won = results.filter((result) => result.status === "fulfilled");
    expect(won).toHaveLength(1);
    const current = await getCheckout(ctx, { checkoutId: checkout.id });
    expect(won[0]?.value).toEqual(current);
    for (const result of results) {
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ reason: "checkout.version_mismatch", current });
    }
  });

  test("a region is served as far as its countries go", async () => {
    const checkout = await start((await makeCart(ctx, { [await variant(9)]: 1 })).id);
    const shippingAddress = { ...addressIn.eu, country: "US" };
    await expect(change(checkout.id, 1, { shippingAddress })).rejects.toEqual(
      refused("checkout.country_not_served", { country: "US" }),
    );
    await expect(change(checkout.id, 1, { shippingOptionId: "drone" })).rejects.toEqual(
      refused("checkout.shipping_option_not_found"),
    );
  });

  test("US tax is the state's, added on top; an unknown state is refused", async () => {
    const a = await variant(9, { priceMinor: { us: 10_000 } });
    const checkout = await start((await makeCart(ctx, { [a]: 1 }, "us")).id);
    const to = (region: string) => ({ ...addressIn.us, region });
    const california = await change(checkout.id, 1, { shippingAddress: to("ca") });
    expect(california.totals.tax).toEqual(money(725, "USD"));
    expect(california.totals.total).toEqual(money(10_725, "USD"));
    const oregon = await change(checkout.id, 2, { shippingAddress: to("OR") });
    expect(oregon.totals).toMatchObject({ tax: money(0, "USD"), total: money(10_000, "USD") });
    await expect(change(checkout.id, 3, { shippingAddress: to("Californa") })).rejects.toEqual(
      refused("checkout.subdivision_unknown"),
    );
  });

  test("a gift message stays until it is taken away, and goes with the order", async () => {
    const giftMessage = "Happy birthday!\nYours, Ada \u{1F388}";
    const { id: checkoutId, version } = await makeReady(ctx, { [await variant(9)]: 1 });
    let expectedVersion = version;
    const change = async (over: Partial<UpdateCheckout>) => {
      const changed = await updateCheckout(ctx, { checkoutId, expectedVersion, ...over });
      expectedVersion = changed.version;
      return changed.giftMessage;
    };
    expect(await change({ giftMessage: `  ${giftMessage}\n` })).toBe(giftMessage);
    expect(await change({ shippingOptionId: "express" })).toBe(giftMessage);
    expect(await change({ giftMessage: " " })).toBeNull();
    expect(await change({ giftMessage })).toBe(giftMessage);
    expect(await change({ giftMessage: null })).toBeNull();
    await change({ giftMessage });
    expect(await pay(ctx, checkoutId)).toMatchObject({ giftMessage });
  });

  test("the shipping option changes the total", async () => {
    const checkout = await makeReady(ctx, { [await variant(9)]: 1 });
    const express = await change(checkout.id, checkout.version, { shippingOptionId: "express" });
    expect(express.totals.shipping).toEqual(money(1290, "EUR"));
    expect(express.totals.total).toEqual(money(1999 + 1290, "EUR"));
  });
});

test("the database itself refuses a second open checkout of a cart", async () => {
  const checkout = await makeReady(ctx, { [await variant(9)]: 1 });
  const copy = db.execute(sql`
    insert into checkout (id, cart_id, cart_version, region_id, currency, expires_at)
    select 'chk_copy', cart_id, cart_version, region_id, currency, expires_at
    from checkout where id = ${checkout.id}`);
  await expect(copy).rejects.toThrow();
  const open = and(eq(checkouts.cartId, checkout.cartId), eq(checkouts.state, "open"));
  expect(await db.$count(checkouts, open)).toBe(1);
});
