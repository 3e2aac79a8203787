import { createClient } from "@meridian/db/client.ts";
import { testRefunds } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { makeReady, pay } from "../../../testing/checkouts.ts";
import { testContext } from "../../../testing/context.ts";
import { stockOf } from "../../../testing/ledger.ts";
import { chargesOf, orderOf, ordersOf, runOut, succeededOf } from "../../../testing/payments.ts";
import { dyingBefore, Killed, withProvider } from "../../../testing/providers.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import type { RootContext } from "../../kernel/context.ts";
import { recoverRefunds } from "../../orders/service/refunds.ts";
import { getCheckout } from "../service.ts";
import { expireCheckouts } from "./expire.ts";
import { recoverPayments } from "./recover.ts";

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

describe("a process that dies", () => {
  /** Kills the process that pays, and says what it left. */
  async function killed(token: string, at: "before charging" | "before settling") {
    const a = await variant(5);
    const checkout = await makeReady(ctx, { [a]: 2 });
    const dying = at === "before settling" ? dyingBefore(hasty, 2) : killedCharging();
    await expect(pay(dying, checkout.id, token)).rejects.toThrow(Killed);
    return { a, checkout };
  }
  /** Dies in the call, before the provider hears of it: what is written after is lost too. */
  function killedCharging() {
    const mute = withProvider(hasty, () => ({ charge: () => Promise.reject(new Error("gone")) }));
    const log = {
      ...mute.log,
      warn: () => {
        throw new Killed();
      },
    };
    return { ...mute, log };
  }

  test("before it charged: nothing is paid, the checkout is open, and a late charge is refused", async () => {
    const { a, checkout } = await killed("tok_success", "before charging");
    expect(await getCheckout(ctx, { checkoutId: checkout.id })).toMatchObject({ state: "paying" });
    await recover();
    expect(await getCheckout(ctx, { checkoutId: checkout.id })).toMatchObject({
      state: "open",
      payment: { state: "abandoned" },
    });
    expect(await chargesOf(db, checkout.id)).toMatchObject([{ state: "cancelled" }]);
    expect(await stockOf(db, a)).toMatchObject({ held: 2 });
    await runOut(db, checkout.id);
    await expireCheckouts(ctx, { limit: 100 });
    expect(await stockOf(db, a)).toMatchObject({ onHand: 5, held: 0 });
  });

  test("before it charged, and the time is over: the stock goes back at once", async () => {
    const { a, checkout } = await killed("tok_success", "before charging");
    await runOut(db, checkout.id);
    await recover();
    expect(await stockOf(db, a)).toMatchObject({ onHand: 5, held: 0 });
    expect(await getCheckout(ctx, { checkoutId: checkout.id })).toMatchObject({ state: "expired" });
  });

  test("after it charged, stock held: the order", async () => {
    const { a, checkout } = await killed("tok_success", "before settling");
    expect(await ordersOf(db, checkout.id)).toEqual([]);
    await Promise.all([recover(), recover()]);
    expect(await ordersOf(db, checkout.id)).toHaveLength(1);
    expect(await succeededOf(db, checkout.id)).toHaveLength(1);
    expect(await stockOf(db, a)).toEqual({ onHand: 3, held: 0, sold: 2 });
  });

  test("after it charged, the next request finds the order, without a second charge", async () => {
    const { checkout } = await killed("tok_success", "before settling");
    orderOf(await pay(hasty, checkout.id));
    expect(await chargesOf(db, checkout.id)).toHaveLength(1);
  });

  test("after it charged, the hold is overdue but nobody took it: the order", async () => {
    const { a, checkout } = await killed("tok_success", "before settling");
    await runOut(db, checkout.id);
    await recover();
    expect(await ordersOf(db, checkout.id)).toHaveLength(1);
    expect(await stockOf(db, a)).toEqual({ onHand: 3, held: 0, sold: 2 });
  });

  test("after it charged, the hold is gone, stock is there: taken again, the order", async () => {
    const { a, checkout } = await killed("tok_success", "before settling");
    await runOut(db, checkout.id);
    await expireCheckouts(ctx, { limit: 100 });
    expect(await stockOf(db, a)).toMatchObject({ onHand: 5, held: 0 });
    await recover();
    expect(await ordersOf(db, checkout.id)).toHaveLength(1);
    expect(await stockOf(db, a)).toEqual({ onHand: 3, held: 0, sold: 2 });
  });

  test("after it charged, sold out meanwhile: the money goes back, once, and the checkout says so", async () => {
    const { a, checkout } = await killed("tok_success", "before settling");
    await runOut(db, checkout.id);
    await expireCheckouts(ctx, { limit: 100 });
    const rival = await makeReady(ctx, { [a]: 4 });
    orderOf(await pay(ctx, rival.id));
    await Promise.all([recover(), recover()]);
    expect(await ordersOf(db, checkout.id)).toEqual([]);
    const [charge] = await succeededOf(db, checkout.id);
    const refunds = await db
      .select()
      .from(testRefunds)
      .where(eq(testRefunds.chargeKey, charge?.idempotencyKey ?? ""));
    expect(refunds.map((refund) => refund.amountMinor)).toEqual([charge?.amountMinor]);
    expect(await getCheckout(ctx, { checkoutId: checkout.id })).toMatchObject({
      state: "expired",
      payment: { state: "refunded" },
    });
    expect(await stockOf(db, a)).toEqual({ onHand: 1, held: 0, sold: 4 });
  });

  test("sold out, and the shopper is there to hear it; a refund that fails at first is paid later", async () => {
    const { a, checkout } = await killed("tok_success", "before settling");
    await runOut(db, checkout.id);
    await expireCheckouts(ctx, { limit: 100 });
    orderOf(await pay(ctx, (await makeReady(ctx, { [a]: 4 })).id));
    const down = withProvider(hasty, () => ({ refund: () => Promise.reject(new Error("down")) }));
    const details = { variantId: a, requested: 2, available: 1, refund: checkout.totals.total };
    await expect(pay(down, checkout.id)).rejects.toEqual(
      refused("checkout.sold_out_refunded", details),
    );
    const payment = async () => (await getCheckout(ctx, { checkoutId: checkout.id })).payment;
    expect(await payment()).toMatchObject({ state: "succeeded" });
    expect(await recoverRefunds(ctx, { limit: 100, olderThanSeconds: 0 })).toBe(1);
    expect(await payment()).toMatchObject({ state: "refunded" });
    expect(await recoverRefunds(ctx, { limit: 100, olderThanSeconds: 0 })).toBe(0);
  });
});
