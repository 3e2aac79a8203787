import { createClient } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { orders, outbox, paymentAttempts, refunds, testRefunds } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq, inArray } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { makeOrder } from "../../../testing/checkouts.ts";
import { testContext } from "../../../testing/context.ts";
import { dyingBefore, Killed, withProvider } from "../../../testing/providers.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { money } from "../../kernel/money.ts";
import type { Order, RefundOrder } from "../contract.ts";
import { getOrder } from "../service.ts";
import { cancelOrder } from "./cancel.ts";
import { refundOrder } from "./refund-order.ts";
import { recoverRefunds } from "./refunds.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 24 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const location = await makeLocation(db);
const variant = async (over: Parameters<typeof makeVariant>[1] = {}) =>
  (await makeVariant(db, { stock: { [location]: 50 }, ...over })).variantId;
const eur = (amountMinor: number) => money(amountMinor, "EUR");

type Ask = Partial<Omit<RefundOrder, "orderId">>;
const refund = (orderId: string, ask: Ask = {}, context = ctx) =>
  refundOrder(context, {
    orderId,
    reason: "goodwill",
    idempotencyKey: crypto.randomUUID(),
    ...ask,
  });
const refused = (reason: string, details: object = {}) =>
  expect.objectContaining({ reason, details: expect.objectContaining(details) });
const types = (order: Order) => order.timeline.map((entry) => entry.type);
const recover = () => recoverRefunds(ctx, { limit: 100, olderThanSeconds: 0 });
/** What left the provider's till for an order. */
const paidBack = async (orderId: string) => {
  const rows = await db
    .select({ amountMinor: testRefunds.amountMinor })
    .from(testRefunds)
    .innerJoin(refunds, eq(refunds.id, testRefunds.idempotencyKey))
    .where(eq(refunds.orderId, orderId));
  return rows.reduce((sum, row) => sum + row.amountMinor, 0);
};

describe("an amount", () => {
  test("goes back, stands in the timeline, is told; the rest can go later", async () => {
    const { id, totals } = await makeOrder(ctx, { [await variant()]: 2 });
    const partly = await refund(id, { amount: eur(500), note: "Scratched" });
    expect(partly).toMatchObject({
      state: "paid",
      paymentState: "partly_refunded",
      refunded: eur(500),
      refundable: eur(totals.total.amountMinor - 500),
      refunds: [{ amount: eur(500), state: "done", reason: "goodwill", note: "Scratched" }],
    });
    expect(types(partly)).toEqual(["placed", "paid", "refund_requested", "refunded"]);
    const whole = await refund(id);
    expect(whole).toMatchObject({ paymentState: "refunded", refunded: totals.total });
    expect(whole.refundable).toEqual(eur(0));
    expect(await paidBack(id)).toBe(totals.total.amountMinor);
    const told = await db.select().from(outbox).where(eq(outbox.aggregateId, id));
    expect(told.map((event) => event.aggregateVersion)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("only the whole amount makes the payment a refunded one", async () => {
    const { id } = await makeOrder(ctx, { [await variant()]: 1 });
    const attempts = () =>
      db
        .select({ state: paymentAttempts.state })
        .from(paymentAttempts)
        .where(
          inArray(
            paymentAttempts.id,
            db
              .select({ id: refunds.paymentAttemptId })
              .from(refunds)
              .where(eq(refunds.orderId, id)),
          ),
        );
    await refund(id, { amount: eur(1) });
    expect(await attempts()).toEqual([{ state: "succeeded" }]);
    await refund(id);
    expect(await attempts()).toEqual([{ state: "refunded" }]);
  });

  test("is never more than is left, in another currency, or nothing", async () => {
    const { id, totals } = await makeOrder(ctx, { [await variant()]: 1 });
    const tooMuch = eur(totals.total.amountMinor + 1);
    await expect(refund(id, { amount: tooMuch })).rejects.toEqual(
      refused("order.refund_too_high", { requested: tooMuch, left: totals.total }),
    );
    await expect(refund(id, { amount: money(100, "USD") })).rejects.toEqual(
      refused("order.wrong_currency", { expected: "EUR", given: "USD" }),
    );
    await refund(id);
    await expect(refund(id)).rejects.toEqual(refused("order.nothing_to_refund"));
    expect(await paidBack(id)).toBe(totals.total.amountMinor);
  });
});

describe("units", () => {
  test("cost what was paid for them, one after the other the whole line", async () => {
    const a = await variant({ priceMinor: { us: 1111 } });
    const order = await makeOrder(ctx, { [a]: 3 }, "us");
    const [line] = order.lines;
    const paid = (line?.total.amountMinor ?? 0) + (line?.tax.amountMinor ?? 0);
    for (const units of [1, 2])
      await refund(order.id, { lines: [{ variantId: a, quantity: units }] });
    const after = await getOrder(ctx, { orderId: order.id });
    expect(after.refunded.amountMinor).toBe(paid);
    expect(after.lines[0]?.refundedQuantity).toBe(3);
    await expect(refund(order.id, { lines: [{ variantId: a, quantity: 1 }] })).rejects.toEqual(
      refused("order.units_refunded", { variantId: a, requested: 1, left: 0 }),
    );
    // Shipping, and the tax on it, are what is left.
    const all = await refund(order.id);
    expect(all.refunded).toEqual(order.totals.total);
  });

  test("a refusal takes no units", async () => {
    const a = await variant();
    const { id, totals } = await makeOrder(ctx, { [a]: 2 });
    await refund(id, { amount: eur(totals.total.amountMinor - 10) });
    const two = { lines: [{ variantId: a, quantity: 2 }] };
    await expect(refund(id, two)).rejects.toEqual(
      refused("order.refund_too_high", { left: eur(10) }),
    );
    expect((await getOrder(ctx, { orderId: id })).lines[0]?.refundedQuantity).toBe(0);
  });
});

describe("many at once", () => {
  test("20 refunds of a tenth: ten go back, no more than was paid", async () => {
    const { id, totals } = await makeOrder(ctx, {
      [await variant({ priceMinor: { eu: 2000 } })]: 5,
    });
    const tenth = eur(Math.floor(totals.total.amountMinor / 10));
    const asked = Array.from({ length: 20 }, () => refund(id, { amount: tenth }));
    const results = await Promise.allSettled(asked);
    const lost = results.flatMap((r) => (r.status === "rejected" ? [r.reason as unknown] : []));
    expect(lost).toHaveLength(10);
    for (const error of lost) expect(error).toEqual(refused("order.refund_too_high"));
    expect(await paidBack(id)).toBe(tenth.amountMinor * 10);
    const { refunded } = await getOrder(ctx, { orderId: id });
    expect(refunded).toEqual(eur(tenth.amountMinor * 10));
  });

  test("with a cancellation: what was paid goes back once", async () => {
    for (let round = 0; round < 3; round++) {
      const { id, totals } = await makeOrder(ctx, { [await variant()]: 2 });
      await Promise.allSettled([
        cancelOrder(ctx, { orderId: id, idempotencyKey: "cancel" }),
        ...Array.from({ length: 6 }, () => refund(id, { amount: eur(100) })),
      ]);
      expect(await paidBack(id)).toBe(totals.total.amountMinor);
    }
  });

  test("one key is one refund", async () => {
    const { id } = await makeOrder(ctx, { [await variant()]: 1 });
    const same = { amount: eur(100), idempotencyKey: "once" };
    await Promise.all(Array.from({ length: 5 }, () => refund(id, same)));
    await refund(id, same);
    expect(await paidBack(id)).toBe(100);
  });
});

describe("a provider that refuses", () => {
  /** At its own desk, where nothing of ours knows of it. */
  const giveBackElsewhere = async (orderId: string, amountMinor: number) => {
    const [paid] = await db
      .select({ attemptId: orders.paymentAttemptId })
      .from(orders)
      .where(eq(orders.id, orderId));
    const chargeKey = paid?.attemptId ?? "";
    await db
      .insert(testRefunds)
      .values({ idempotencyKey: crypto.randomUUID(), chargeKey, amountMinor });
  };

  test("is asked once: the order owes it no more, and says so", async () => {
    const variantId = await variant();
    const { id, totals } = await makeOrder(ctx, { [variantId]: 2 });
    await giveBackElsewhere(id, totals.total.amountMinor - 1);
    const ask = { lines: [{ variantId, quantity: 1 }], idempotencyKey: "refused" };
    const after = await refund(id, ask);
    expect(after).toMatchObject({
      paymentState: "paid",
      refundable: totals.total,
      refunds: [{ state: "refused", failureReason: "more_than_is_left" }],
      lines: [{ refundedQuantity: 0 }],
    });
    expect(types(after).slice(-2)).toEqual(["refund_requested", "refund_refused"]);
    let asked = 0;
    const counting = withProvider(ctx, (real) => ({
      refund: (request) => {
        asked++;
        return real.refund(request);
      },
    }));
    await recoverRefunds(counting, { limit: 100, olderThanSeconds: 0 });
    expect((await refund(id, ask, counting)).version).toBe(after.version);
    expect(asked).toBe(0);
    const smaller = await refund(id, { amount: eur(1) });
    expect(smaller).toMatchObject({ refunded: eur(1), refunds: [{}, { state: "done" }] });
  });

  test("does not keep a cancelled order's stock", async () => {
    const { id, totals } = await makeOrder(ctx, { [await variant()]: 2 });
    await giveBackElsewhere(id, 1);
    const cancelled = await cancelOrder(ctx, { orderId: id, idempotencyKey: "cancel" });
    expect(cancelled).toMatchObject({
      state: "cancelled",
      refunded: eur(0),
      refundable: totals.total,
      refunds: [{ state: "refused", reason: "order_cancelled" }],
    });
    const rest = await refund(id, { amount: eur(totals.total.amountMinor - 1) });
    expect(rest.paymentState).toBe("partly_refunded");
  });
});

describe("a crash", () => {
  test("after it was owed, before the provider was asked: recovery pays, the same key owes no more", async () => {
    const { id } = await makeOrder(ctx, { [await variant()]: 1 });
    const ask = { amount: eur(300), idempotencyKey: "after-the-first-step" };
    const dead = withProvider(ctx, () => ({ refund: () => Promise.reject(new Killed()) }));
    const left = await refund(id, ask, dead);
    expect(left).toMatchObject({ refunded: eur(0), refunds: [{ state: "owed" }] });
    expect(left.refundable.amountMinor).toBe(left.totals.total.amountMinor - 300);
    await Promise.all([recover(), recover(), refund(id, ask)]);
    expect(await paidBack(id)).toBe(300);
    expect(await getOrder(ctx, { orderId: id })).toMatchObject({
      refunded: eur(300),
      refunds: [{ state: "done" }],
    });
  });

  test("after the provider paid, before that is written: paid once", async () => {
    const { id } = await makeOrder(ctx, { [await variant()]: 1 });
    const ask = { amount: eur(300), idempotencyKey: "after-the-second-step" };
    const warn = () => {
      throw new Killed();
    };
    // The provider's own is the second.
    const dying = { ...dyingBefore(ctx, 3), log: { ...ctx.log, warn } };
    await expect(refund(id, ask, dying)).rejects.toThrow(Killed);
    expect(await paidBack(id)).toBe(300);
    expect((await getOrder(ctx, { orderId: id })).refunded).toEqual(eur(0));
    await refund(id, ask);
    expect(await recover()).toBe(0);
    expect(await paidBack(id)).toBe(300);
    expect((await getOrder(ctx, { orderId: id })).refunded).toEqual(eur(300));
  });
});

test("after all of that the books agree", async () => {
  expect(await findBrokenInvariants(db)).toEqual([]);
});
