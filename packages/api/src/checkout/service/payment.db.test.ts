import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@meridian/db/client.ts";
import { checkouts, holds, outbox, paymentAttempts } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { addLines, makeCart, makeReady, pay } from "../../../testing/checkouts.ts";
import { testContext } from "../../../testing/context.ts";
import { stockOf } from "../../../testing/ledger.ts";
import {
  anHourAgo,
  chargesOf,
  orderOf,
  ordersOf,
  runOut,
  succeededOf,
} from "../../../testing/payments.ts";
import { withProvider } from "../../../testing/providers.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { getCart } from "../../cart/service.ts";
import { removeLine } from "../../cart/service/lines.ts";
import { expireHolds } from "../../inventory/service/expiry.ts";
import type { RootContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { settleTestChallenge } from "../../kernel/payment/test-challenge.ts";
import { getCheckout } from "../service.ts";
import { cancelCheckout } from "./cancel.ts";
import { expireCheckouts } from "./expire.ts";
import { recoverPayments } from "./recover.ts";
import { startCheckout } from "./start.ts";
import { updateCheckout } from "./update.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 30 });
afterAll(() => db.$client.end());

const ctx: RootContext = testContext(db, { settings: { paymentTimeoutMs: 3_000 } });
/** For tests in which the provider is not to answer. */
const hasty: RootContext = { ...ctx, settings: { paymentTimeoutMs: 150 } };
const location = await makeLocation(db);
const variant = async (stock: number) =>
  (await makeVariant(db, { stock: { [location]: stock } })).variantId;
const refused = (reason: string, details: object = {}) =>
  expect.objectContaining({ reason, details: expect.objectContaining(details) });
const recover = () => recoverPayments(ctx, { limit: 100, olderThanSeconds: 0 });

describe("paying", () => {
  test("places an order that says what was paid", async () => {
    const a = await variant(5);
    const checkout = await makeReady(ctx, { [a]: 2 });
    const order = orderOf(await pay(ctx, checkout.id));
    expect(order).toMatchObject({ state: "paid", totals: checkout.totals, canCancel: true });
    expect(order.number).toMatch(/^M-\d{6,}$/);
    expect(order.timeline.map((entry) => entry.type)).toEqual(["placed", "paid"]);
    expect(await succeededOf(db, checkout.id)).toMatchObject([
      { amountMinor: checkout.totals.total.amountMinor, currency: "EUR" },
    ]);
    expect(await stockOf(db, a)).toEqual({ onHand: 3, held: 0, sold: 2 });
    const after = await getCheckout(ctx, { checkoutId: checkout.id });
    expect(after).toMatchObject({ state: "completed", orderId: order.id });
    const told = await db
      .select()
      .from(outbox)
      .where(eq(outbox.aggregateId, order.id))
      .orderBy(outbox.id);
    expect(told.map((e) => [e.type, e.aggregateVersion])).toEqual([
      ["order.placed", 1],
      ["order.paid", 2],
    ]);
  });

  test("needs e-mail, address and shipping option", async () => {
    const cart = await makeCart(ctx, { [await variant(5)]: 1 });
    const { id } = await startCheckout(ctx, { cartId: cart.id });
    const missing = ["email", "shippingAddress", "shippingOptionId"];
    await expect(pay(ctx, id)).rejects.toEqual(refused("checkout.incomplete", { missing }));
    expect(await chargesOf(db, id)).toEqual([]);
  });

  test("ten requests with keys of their own: one order, one charge, ten equal answers", async () => {
    const checkout = await makeReady(ctx, { [await variant(5)]: 1 });
    const results = await Promise.all(Array.from({ length: 10 }, () => pay(ctx, checkout.id)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await ordersOf(db, checkout.id)).toHaveLength(1);
    expect(await chargesOf(db, checkout.id)).toHaveLength(1);
  });

  test("a declined card keeps every field and the old end; another card pays", async () => {
    const a = await variant(5);
    const before = await makeReady(ctx, { [a]: 1 });
    await expect(pay(ctx, before.id, "tok_decline")).rejects.toEqual(
      refused("payment.declined", { failureReason: "card_declined" }),
    );
    const after = await getCheckout(ctx, { checkoutId: before.id });
    expect(after).toEqual({
      ...before,
      version: before.version + 2,
      payment: { state: "declined", failureReason: "card_declined", action: null },
    });
    const [hold] = await db.select().from(holds).where(eq(holds.ownerId, before.id));
    expect(hold?.expiresAt).toBe(before.expiresAt);
    orderOf(await pay(ctx, before.id));
    expect(await succeededOf(db, before.id)).toHaveLength(1);
  });

  test("an unknown token and an unreachable provider charge nothing and change nothing", async () => {
    const before = await makeReady(ctx, { [await variant(5)]: 1 });
    await expect(pay(ctx, before.id, "constructor")).rejects.toMatchObject({
      reason: "payment.token_unknown",
      kind: "invalid",
    });
    await expect(pay(ctx, before.id, "tok_error")).rejects.toMatchObject({
      reason: "payment.unavailable",
      kind: "unavailable",
    });
    expect(await chargesOf(db, before.id)).toEqual([]);
    expect(await getCheckout(ctx, { checkoutId: before.id })).toMatchObject({ state: "open" });
    orderOf(await pay(ctx, before.id));
  });

  test("a shop in production that has no demo data takes no test card", async () => {
    const checkout = await makeReady(ctx, { [await variant(5)]: 1 });
    const inProduction = { ...ctx, settings: { ...ctx.settings, hasTestPayments: false } };
    await expect(pay(inProduction, checkout.id)).rejects.toMatchObject({
      reason: "payment.provider_not_offered",
    });
    expect(await chargesOf(db, checkout.id)).toEqual([]);
    expect(await getCheckout(ctx, { checkoutId: checkout.id })).toMatchObject({ state: "open" });
  });

  test("while it is being paid, nothing else can change it", async () => {
    const checkout = await makeReady(ctx, { [await variant(5)]: 1 });
    await pay(ctx, checkout.id, "tok_challenge");
    const { version } = await getCheckout(ctx, { checkoutId: checkout.id });
    const change = updateCheckout(ctx, {
      checkoutId: checkout.id,
      shippingOptionId: "express",
      expectedVersion: version,
    });
    await expect(change).rejects.toEqual(refused("checkout.not_open", { state: "paying" }));
  });

  test("what came into the cart meanwhile is not lost, and not bought", async () => {
    const [a, b] = [await variant(9), await variant(9)];
    const checkout = await makeReady(ctx, { [a]: 2 });
    await pay(ctx, checkout.id, "tok_challenge");
    await addLines(ctx, checkout.cartId, { [a]: 1, [b]: 1 });
    const order = orderOf(await pay(ctx, checkout.id, "tok_success"));
    expect(order.lines.map((line) => [line.variantId, line.quantity])).toEqual([[a, 2]]);
    const cart = await getCart(ctx, { cartId: checkout.cartId });
    expect(cart.state).toBe("active");
    expect(cart.lines.map((line) => [line.variantId, line.quantity])).toEqual([
      [a, 1],
      [b, 1],
    ]);
    const second = await startCheckout(ctx, { cartId: cart.id });
    expect(second.id).not.toBe(checkout.id);
  });

  test("a cart that changed and changed back is ordered", async () => {
    const [a, b] = [await variant(9), await variant(9)];
    const checkout = await makeReady(ctx, { [a]: 1 });
    const { cartId } = checkout;
    await addLines(ctx, cartId, { [b]: 1 });
    const { version: expectedVersion } = await getCart(ctx, { cartId });
    await removeLine(ctx, { cartId, variantId: b, expectedVersion });
    orderOf(await pay(ctx, checkout.id));
    expect((await getCart(ctx, { cartId })).state).toBe("ordered");
  });

  test("address, shipping and payment at once: what is charged is what the order says", async () => {
    const checkout = await makeReady(ctx, { [await variant(50)]: 1 });
    const { id: checkoutId, version: expectedVersion } = checkout;
    const results = await Promise.allSettled([
      pay(ctx, checkoutId),
      updateCheckout(ctx, { checkoutId, expectedVersion, shippingOptionId: "express" }),
      updateCheckout(ctx, { checkoutId, expectedVersion, email: "b@example.com" }),
      pay(ctx, checkoutId),
    ]);
    const [order] = await ordersOf(db, checkoutId);
    const [charge] = await succeededOf(db, checkoutId);
    expect(charge?.amountMinor).toBe(order?.totalMinor);
    const hasWon = (index: number) => results[index]?.status === "fulfilled";
    expect(order?.shippingOptionId).toBe(hasWon(1) ? "express" : "standard");
    expect(order?.email).toBe(hasWon(2) ? "b@example.com" : "ada@example.com");
    expect(
      results.filter((r) => r.status === "rejected").every((r) => r.reason instanceof DomainError),
    ).toBe(true);
  });
});

describe("when the time runs out while paying", () => {
  const inAMoment = sql`clock_timestamp() + interval '250 milliseconds'`;
  const endsOf = (ownerId: string) =>
    db.select({ at: holds.expiresAt }).from(holds).where(eq(holds.ownerId, ownerId));
  /** Answers when the checkout's visible end has passed and the sweeper has come by. */
  const slow = (end: string) =>
    withProvider(ctx, (real) => ({
      async charge(request) {
        await sleep(Math.max(0, Date.parse(end) - Date.now()) + 100);
        await expireCheckouts(ctx, { limit: 100 });
        return await real.charge(request);
      },
    }));

  test("the stock stays with the payment that is under way", async () => {
    const a = await variant(1);
    const { id: checkoutId } = await makeReady(ctx, { [a]: 1 });
    await runOut(db, checkoutId, inAMoment);
    const { expiresAt } = await getCheckout(ctx, { checkoutId });
    const [hold] = await db.select().from(holds).where(eq(holds.ownerId, checkoutId));
    orderOf(await pay(slow(expiresAt), checkoutId));
    const [after] = await db.select().from(holds).where(eq(holds.ownerId, checkoutId));
    // The very hold, not one that was taken again.
    expect(after).toMatchObject({ id: hold?.id, state: "confirmed" });
  });

  test("a declined card gives no more time than there was", async () => {
    const { id: checkoutId } = await makeReady(ctx, { [await variant(1)]: 1 });
    await runOut(db, checkoutId, sql`clock_timestamp() + interval '20 seconds'`);
    const { expiresAt } = await getCheckout(ctx, { checkoutId });
    await expect(pay(ctx, checkoutId, "tok_decline")).rejects.toEqual(refused("payment.declined"));
    expect(await endsOf(checkoutId)).toEqual([{ at: expiresAt }]);
  });

  test("and declined after it ran out, the stock goes back at once", async () => {
    const a = await variant(1);
    const { id: checkoutId } = await makeReady(ctx, { [a]: 1 });
    await runOut(db, checkoutId, inAMoment);
    const { expiresAt } = await getCheckout(ctx, { checkoutId });
    const declined = pay(slow(expiresAt), checkoutId, "tok_decline");
    await expect(declined).rejects.toEqual(refused("payment.declined"));
    expect(await stockOf(db, a)).toMatchObject({ onHand: 1, held: 0 });
    expect(await getCheckout(ctx, { checkoutId })).toMatchObject({ state: "expired" });
  });

  test("nothing is charged when a hold has ended before", async () => {
    const { id: checkoutId } = await makeReady(ctx, { [await variant(1)]: 1 });
    await db.update(holds).set({ expiresAt: anHourAgo }).where(eq(holds.ownerId, checkoutId));
    await expireHolds(ctx, { limit: 100 });
    await expect(pay(ctx, checkoutId)).rejects.toEqual(refused("checkout.expired"));
    expect(await chargesOf(db, checkoutId)).toEqual([]);
  });
});

describe("a challenge", () => {
  async function challenged() {
    const a = await variant(5);
    const checkout = await makeReady(ctx, { [a]: 1 });
    const result = await pay(ctx, checkout.id, "tok_challenge");
    if (!("action" in result)) throw new Error("no action");
    const reference = result.action.url.split("/").at(-1) ?? "";
    return { a, checkout, result, reference };
  }

  test("is shown again until it is settled; approved, it is the order", async () => {
    const { checkout, result, reference } = await challenged();
    expect(result).toMatchObject({ state: "requires_action", checkoutId: checkout.id });
    expect(await pay(ctx, checkout.id, "tok_challenge")).toEqual(result);
    const waiting = await getCheckout(ctx, { checkoutId: checkout.id });
    expect(waiting.payment).toMatchObject({ state: "requires_action", action: result.action });
    await settleTestChallenge(ctx, { reference, isApproved: true });
    const [one, other] = await Promise.all([
      pay(ctx, checkout.id, "tok_challenge"),
      pay(ctx, checkout.id, "tok_challenge"),
    ]);
    expect(orderOf(one)).toEqual(orderOf(other));
    expect(await chargesOf(db, checkout.id)).toHaveLength(1);
  });

  test("denied, the checkout is open again", async () => {
    const { checkout, reference } = await challenged();
    await settleTestChallenge(ctx, { reference, isApproved: false });
    await expect(pay(ctx, checkout.id, "tok_challenge")).rejects.toEqual(
      refused("payment.declined", { failureReason: "authentication_failed" }),
    );
    orderOf(await pay(ctx, checkout.id));
    expect(await succeededOf(db, checkout.id)).toHaveLength(1);
  });

  test("turned away from: another card ends it for good, and pays", async () => {
    const { checkout, reference } = await challenged();
    orderOf(await pay(ctx, checkout.id, "tok_success"));
    const late = await settleTestChallenge(ctx, { reference, isApproved: true });
    expect(late?.state).toBe("cancelled");
    expect(await succeededOf(db, checkout.id)).toHaveLength(1);
  });

  test("cancelled with its checkout, it can't be approved any more", async () => {
    const { a, checkout, reference } = await challenged();
    await cancelCheckout(ctx, { checkoutId: checkout.id });
    await settleTestChallenge(ctx, { reference, isApproved: true });
    expect(await succeededOf(db, checkout.id)).toEqual([]);
    expect(await stockOf(db, a)).toMatchObject({ onHand: 5, held: 0 });
  });

  test("approved, and the shopper never came back: the recovery places the order", async () => {
    const { checkout, reference } = await challenged();
    await settleTestChallenge(ctx, { reference, isApproved: true });
    expect(await recover()).toBe(1);
    expect(await ordersOf(db, checkout.id)).toHaveLength(1);
  });

  test("keeps its stock past the visible end, but not for ever", async () => {
    const { a, checkout } = await challenged();
    await db.update(checkouts).set({ expiresAt: anHourAgo }).where(eq(checkouts.id, checkout.id));
    await expireCheckouts(ctx, { limit: 100 });
    await recover();
    expect(await stockOf(db, a)).toMatchObject({ held: 1 });
    await db
      .update(paymentAttempts)
      .set({ createdAt: anHourAgo })
      .where(eq(paymentAttempts.checkoutId, checkout.id));
    await recover();
    expect(await stockOf(db, a)).toMatchObject({ onHand: 5, held: 0 });
    expect(await getCheckout(ctx, { checkoutId: checkout.id })).toMatchObject({ state: "expired" });
  });
});

describe("an answer that never comes", () => {
  test("is in progress; the next request finds the order", async () => {
    const checkout = await makeReady(ctx, { [await variant(5)]: 1 });
    expect(await pay(hasty, checkout.id, "tok_timeout")).toMatchObject({ state: "processing" });
    orderOf(await pay(hasty, checkout.id, "tok_timeout"));
    expect(await succeededOf(db, checkout.id)).toHaveLength(1);
  });

  test("and when nobody asks again, the recovery places the order", async () => {
    const checkout = await makeReady(ctx, { [await variant(5)]: 1 });
    await pay(hasty, checkout.id, "tok_timeout");
    await recover();
    expect(await ordersOf(db, checkout.id)).toHaveLength(1);
  });

  test("a provider that can't be asked either leaves it for later", async () => {
    const checkout = await makeReady(ctx, { [await variant(5)]: 1 });
    await pay(hasty, checkout.id, "tok_timeout");
    const mute = withProvider(hasty, () => ({ status: () => new Promise<never>(() => {}) }));
    expect(await recoverPayments(mute, { limit: 100, olderThanSeconds: 0 })).toBe(0);
    expect(await ordersOf(db, checkout.id)).toEqual([]);
    await recover();
    expect(await ordersOf(db, checkout.id)).toHaveLength(1);
  });
});

test("the database itself refuses a second live attempt", async () => {
  const checkout = await makeReady(ctx, { [await variant(5)]: 1 });
  await pay(ctx, checkout.id, "tok_challenge");
  const copy = db.execute(sql`
    insert into payment_attempt (id, checkout_id, provider, token, amount_minor, currency, quote)
    select 'pay_copy_' || id, checkout_id, provider, token, amount_minor, currency, quote
    from payment_attempt where checkout_id = ${checkout.id}`);
  await expect(copy).rejects.toThrow();
  const live = and(
    eq(paymentAttempts.checkoutId, checkout.id),
    eq(paymentAttempts.state, "requires_action"),
  );
  expect(await db.$count(paymentAttempts, live)).toBe(1);
});
