/** Paying by Stripe, against a stand-in that keeps Stripe's books. */
import { createClient } from "@meridian/db/client.ts";
import { paymentAttempts, stripePayments } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeReady } from "../../../testing/checkouts.ts";
import { testContext } from "../../../testing/context.ts";
import { orderOf, ordersOf } from "../../../testing/payments.ts";
import { dyingBefore, Killed } from "../../../testing/providers.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { StripeStandIn } from "../../../testing/stripe/stand-in.ts";
import type { RootContext } from "../../kernel/context.ts";
import type { PaymentProvider } from "../../kernel/payment/provider.ts";
import { createStripeProvider } from "../../kernel/payment/stripe/provider.ts";
import { refundOrder } from "../../orders/service/refund-order.ts";
import { recoverRefunds } from "../../orders/service/refunds.ts";
import { getCheckout } from "../service.ts";
import { completeCheckout } from "./complete.ts";
import { hearOfPayment } from "./hear.ts";
import { recoverPayments } from "./recover.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
const standIn = new StripeStandIn();
let ctx: RootContext;
let stripe: PaymentProvider;
beforeAll(async () => {
  await standIn.start();
  ctx = shopWith(standIn.url);
  stripe = ctx.payments?.stripe as PaymentProvider;
});
afterEach(() => {
  standIn.books.nextRefund = { status: "succeeded" };
});
afterAll(async () => {
  await standIn.close();
  await db.$client.end();
});

/** A process that pays by Stripe at that address. */
function shopWith(apiUrl: string, paymentTimeoutMs = 5_000): RootContext {
  const returnTo = (path = "") => `https://shop.example${path}`;
  const options = { db, secretKey: "sk_test_1", apiUrl, timeoutMs: 5_000, returnTo };
  const payments = { stripe: createStripeProvider(options) };
  return testContext(db, { settings: { paymentTimeoutMs }, payments });
}

const location = await makeLocation(db);
async function ready() {
  const { variantId } = await makeVariant(db, { stock: { [location]: 3 } });
  return await makeReady(testContext(db), { [variantId]: 1 });
}
const pay = (checkoutId: string, token = "pm_card_visa", as = ctx) =>
  completeCheckout(as, {
    checkoutId,
    payment: { provider: "stripe", token, returnUrl: "/en/checkout" },
    idempotencyKey: crypto.randomUUID(),
  });
const attemptsOf = (checkoutId: string) =>
  db.select().from(paymentAttempts).where(eq(paymentAttempts.checkoutId, checkoutId));
/** How often money was taken for a checkout, by Stripe's books. */
async function chargesOf(checkoutId: string): Promise<number> {
  const attempts = await attemptsOf(checkoutId);
  return attempts.reduce((sum, { id }) => sum + standIn.books.charges(id), 0);
}
const recover = () => recoverPayments(ctx, { limit: 100, olderThanSeconds: 0 });
const refused = (reason: string, details: object = {}) =>
  expect.objectContaining({ reason, details: expect.objectContaining(details) as object }) as Error;

describe("a card", () => {
  test.each(["pm_card_visa", "ctoken_visa"])(
    "%s is charged once, and that is the order",
    async (token) => {
      const { id, totals } = await ready();
      const order = orderOf(await pay(id, token));
      expect(order).toMatchObject({ state: "paid", totals });
      expect(orderOf(await pay(id, token))).toEqual(order);
      expect(await chargesOf(id)).toBe(1);
      const [attempt] = await attemptsOf(id);
      const intent = [...standIn.books.intents.values()].find(
        ({ metadata }) => metadata["attempt_id"] === attempt?.id,
      );
      expect(intent).toMatchObject({ amount: totals.total.amountMinor, currency: "eur" });
    },
  );

  test.each([
    ["pm_card_visa_chargeDeclined", "card_declined"],
    ["pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card"],
    // Nobody who found a card is to learn that it is known to be stolen.
    ["pm_card_visa_chargeDeclinedStolenCard", "card_declined"],
  ])("%s is declined: %s, and another one pays", async (token, failureReason) => {
    const { id } = await ready();
    await expect(pay(id, token)).rejects.toEqual(refused("payment.declined", { failureReason }));
    expect(await getCheckout(ctx, { checkoutId: id })).toMatchObject({ state: "open" });
    orderOf(await pay(id));
    expect(await chargesOf(id)).toBe(1);
  });

  test.each(["tok_success", "pm_nobody", "pm_../refunds"])("%s is no token", async (token) => {
    const { id } = await ready();
    await expect(pay(id, token)).rejects.toEqual(refused("payment.token_unknown"));
    expect(await getCheckout(ctx, { checkoutId: id })).toMatchObject({ state: "open" });
  });

  test("that the bank asks about is paid when the shopper has approved", async () => {
    const { id } = await ready();
    const asked = await pay(id, "pm_card_threeDSecure2Required");
    const intentId = await referenceOf(id);
    const back = encodeURIComponent("https://shop.example/en/checkout");
    expect(asked).toMatchObject({ state: "requires_action" });
    expect(JSON.stringify(asked)).toContain(intentId);
    expect(decodeURIComponent(JSON.stringify(asked))).toContain(decodeURIComponent(back));
    expect(await pay(id, "pm_card_threeDSecure2Required")).toEqual(asked);
    standIn.books.prove(intentId, true);
    orderOf(await pay(id, "pm_card_threeDSecure2Required"));
    expect(await chargesOf(id)).toBe(1);
  });

  test("that the shopper has denied is declined", async () => {
    const { id } = await ready();
    await pay(id, "pm_card_threeDSecure2Required");
    standIn.books.prove(await referenceOf(id), false);
    await expect(pay(id, "pm_card_threeDSecure2Required")).rejects.toEqual(
      refused("payment.declined", { failureReason: "authentication_failed" }),
    );
  });
});

async function referenceOf(checkoutId: string): Promise<string> {
  const [found] = await db
    .select({ reference: stripePayments.reference })
    .from(stripePayments)
    .innerJoin(paymentAttempts, eq(paymentAttempts.id, stripePayments.attemptId))
    .where(eq(paymentAttempts.checkoutId, checkoutId));
  return found?.reference ?? "";
}

describe("what fails", () => {
  const confirm = /POST .*\/confirm/;

  test("an answer that is lost is asked for again under its key", async () => {
    const { id } = await ready();
    standIn.fail(confirm, "lost");
    orderOf(await pay(id));
    expect(await chargesOf(id)).toBe(1);
  });

  test("one that is lost for good is recovered by asking, also when Stripe has forgotten the key", async () => {
    const { id } = await ready();
    standIn.fail(confirm, "lost", "lost", "lost");
    expect(await pay(id)).toMatchObject({ state: "processing" });
    standIn.forgetKeys();
    await recover();
    expect(await ordersOf(db, id)).toHaveLength(1);
    expect(await chargesOf(id)).toBe(1);
  });

  test("one that comes too late is recovered by asking", async () => {
    const { id } = await ready();
    standIn.fail(confirm, { lateMs: 1_000 });
    expect(await pay(id, "pm_card_visa", shopWith(standIn.url, 300))).toMatchObject({
      state: "processing",
    });
    await recover();
    expect(await ordersOf(db, id)).toHaveLength(1);
    expect(await chargesOf(id)).toBe(1);
  });

  test("a process that dies between the charge and its record has charged once", async () => {
    const { id } = await ready();
    await expect(pay(id, "pm_card_visa", dyingBefore(ctx, 2))).rejects.toThrow(Killed);
    expect([await chargesOf(id), await ordersOf(db, id)]).toEqual([1, []]);
    standIn.forgetKeys();
    await recover();
    expect(await ordersOf(db, id)).toHaveLength(1);
    expect(await chargesOf(id)).toBe(1);
  });

  test("what was not confirmed is cancelled, and never charged later", async () => {
    const { id } = await ready();
    standIn.fail(confirm, { status: 500 }, { status: 500 }, { status: 500 });
    expect(await pay(id)).toMatchObject({ state: "processing" });
    await recover();
    expect(await getCheckout(ctx, { checkoutId: id })).toMatchObject({ state: "open" });
    const [attempt] = await attemptsOf(id);
    await expect(charge(attempt?.id ?? "")).resolves.toEqual({
      state: "declined",
      failureReason: "attempt_cancelled",
    });
    expect(await chargesOf(id)).toBe(0);
    orderOf(await pay(id));
    expect(await chargesOf(id)).toBe(1);
  });

  test("what was cancelled before Stripe was asked is never charged", async () => {
    const attemptId = `pay_${crypto.randomUUID()}`;
    const signal = new AbortController().signal;
    expect(await stripe.status({ attemptId, signal })).toEqual({ state: "unknown" });
    expect(await stripe.cancel({ attemptId, signal })).toEqual({ state: "cancelled" });
    expect(await charge(attemptId)).toMatchObject({ failureReason: "attempt_cancelled" });
    expect(await stripe.status({ attemptId, signal })).toEqual({ state: "cancelled" });
    expect(standIn.books.charges(attemptId)).toBe(0);
  });

  test("ten at once with one attempt's id charge once", async () => {
    const attemptId = `pay_${crypto.randomUUID()}`;
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => charge(attemptId)));
    expect(outcomes.every(({ state }) => state === "succeeded")).toBe(true);
    expect(standIn.books.charges(attemptId)).toBe(1);
  });

  test("Stripe that can't be reached has charged nothing, and says so", async () => {
    const { id } = await ready();
    const nowhere = shopWith("http://127.0.0.1:9");
    await expect(pay(id, "pm_card_visa", nowhere)).rejects.toEqual(refused("payment.unavailable"));
    orderOf(await pay(id));
    expect(await chargesOf(id)).toBe(1);
  });

  const charge = (attemptId: string) =>
    stripe.charge({
      attemptId,
      amountMinor: 500,
      currency: "EUR",
      token: "pm_card_visa",
      signal: new AbortController().signal,
    });
});

test("what costs nothing is not asked of Stripe", async () => {
  const asked = standIn.books.intents.size;
  const query = { attemptId: `pay_${crypto.randomUUID()}`, signal: new AbortController().signal };
  const free = { ...query, amountMinor: 0, currency: "EUR", token: "pm_card_visa" } as const;
  expect(await stripe.charge(free)).toEqual({ state: "succeeded" });
  expect(await stripe.status(query)).toEqual({ state: "succeeded" });
  expect(await stripe.cancel(query)).toEqual({ state: "succeeded" });
  expect(standIn.books.intents.size).toBe(asked);
});

describe("Stripe's own page", () => {
  test("is where the shopper pays; then it is the order", async () => {
    const { id, totals } = await ready();
    const asked = await pay(id, "hosted");
    const session = await referenceOf(id);
    expect(asked).toMatchObject({
      state: "requires_action",
      action: { url: expect.stringContaining(session) as string },
    });
    standIn.books.paySession(session);
    const order = orderOf(await pay(id, "hosted"));
    expect(order.totals).toEqual(totals);
    expect(await chargesOf(id)).toBe(1);
    await refundOrder(ctx, {
      orderId: order.id,
      reason: "other",
      idempotencyKey: crypto.randomUUID(),
    });
    expect(standIn.books.refunds.at(-1)).toMatchObject({ amount: totals.total.amountMinor });
  });

  test("takes no payment any more when the shopper pays otherwise", async () => {
    const { id } = await ready();
    await pay(id, "hosted");
    const session = await referenceOf(id);
    orderOf(await pay(id, "pm_card_visa"));
    expect(() => standIn.books.paySession(session)).toThrow("expired");
    expect(await chargesOf(id)).toBe(1);
  });

  test("that was paid while the shopper turned away is the payment", async () => {
    const { id } = await ready();
    await pay(id, "hosted");
    standIn.books.paySession(await referenceOf(id));
    orderOf(await pay(id, "pm_card_visa"));
    expect(await chargesOf(id)).toBe(1);
  });
});

describe("a notice of Stripe's", () => {
  test("settles what nobody waits for, once", async () => {
    const { id } = await ready();
    await pay(id, "hosted");
    standIn.books.paySession(await referenceOf(id));
    const [attempt] = await attemptsOf(id);
    const told = { provider: "stripe", attemptId: attempt?.id ?? "" };
    await Promise.all([hearOfPayment(ctx, told), hearOfPayment(ctx, told)]);
    expect(await ordersOf(db, id)).toHaveLength(1);
  });

  test("ends nothing that is under way", async () => {
    const { id } = await ready();
    await pay(id, "hosted");
    const [attempt] = await attemptsOf(id);
    await hearOfPayment(ctx, { provider: "stripe", attemptId: attempt?.id ?? "" });
    expect(await getCheckout(ctx, { checkoutId: id })).toMatchObject({ state: "paying" });
    await hearOfPayment(ctx, { provider: "stripe", attemptId: "pay_nobodys" });
  });

  test("of a declined card opens the checkout again", async () => {
    const { id } = await ready();
    await pay(id, "pm_card_threeDSecure2Required");
    standIn.books.prove(await referenceOf(id), false);
    const [attempt] = await attemptsOf(id);
    await hearOfPayment(ctx, { provider: "stripe", attemptId: attempt?.id ?? "" });
    expect(await getCheckout(ctx, { checkoutId: id })).toMatchObject({
      state: "open",
      payment: { state: "declined", failureReason: "authentication_failed" },
    });
  });
});

describe("a refund", () => {
  const paid = async () => orderOf(await pay((await ready()).id));
  const refund = (orderId: string) =>
    refundOrder(ctx, { orderId, reason: "other", idempotencyKey: crypto.randomUUID() });

  test("whose answer is lost is given once, also when Stripe has forgotten the key", async () => {
    const { id } = await paid();
    const before = standIn.books.refunds.length;
    standIn.fail(/POST .*refunds/, "lost", "lost", "lost");
    await refund(id);
    standIn.forgetKeys();
    await recoverRefunds(ctx, { limit: 100, olderThanSeconds: 0 });
    expect(standIn.books.refunds).toHaveLength(before + 1);
    expect((await ordersById(id))?.refundedMinor).toBe(standIn.books.refunds.at(-1)?.amount);
  });

  test("that the bank has not decided about stays owed", async () => {
    const { id } = await paid();
    standIn.books.nextRefund = { status: "pending" };
    await refund(id);
    expect(await ordersById(id)).toMatchObject({ refundedMinor: 0 });
    Object.assign(standIn.books.refunds.at(-1) ?? {}, { status: "succeeded" });
    await recoverRefunds(ctx, { limit: 100, olderThanSeconds: 0 });
    expect((await ordersById(id))?.refundedMinor).toBe(standIn.books.refunds.at(-1)?.amount);
  });

  test("that fails is refused, and can be decided about anew", async () => {
    const { id } = await paid();
    standIn.books.nextRefund = { status: "failed", failure_reason: "expired_or_canceled_card" };
    await refund(id);
    expect(await ordersById(id)).toMatchObject({ refundedMinor: 0, refundOwedMinor: 0 });
  });
});

async function ordersById(orderId: string) {
  return await db.query.orders.findFirst({ where: (order, { eq: is }) => is(order.id, orderId) });
}
