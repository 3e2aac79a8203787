import { createClient } from "@meridian/db/client.ts";
import { orderEntries, orders, outbox, refunds, testRefunds } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { makeOrder } from "../../testing/checkouts.ts";
import { testContext } from "../../testing/context.ts";
import { stockOf } from "../../testing/ledger.ts";
import { dyingBefore, Killed, withProvider } from "../../testing/providers.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { newId } from "../kernel/ids.ts";
import { money } from "../kernel/money.ts";
import type { Order } from "./contract.ts";
import { getOrder, listOrders } from "./service.ts";
import { cancelOrder } from "./service/cancel.ts";
import { deliverOrder, fulfilOrder } from "./service/fulfil.ts";
import { recoverRefunds } from "./service/refunds.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 24 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const location = await makeLocation(db);
const variant = async (stock = 9, over: Parameters<typeof makeVariant>[1] = {}) =>
  (await makeVariant(db, { stock: { [location]: stock }, ...over })).variantId;
const idempotencyKey = "a-key-of-the-host";
const cancel = (orderId: string) => cancelOrder(ctx, { orderId, idempotencyKey });
const fulfil = (orderId: string, lines?: { variantId: string; quantity: number }[]) =>
  fulfilOrder(ctx, { orderId, idempotencyKey, ...(lines && { lines }) });
const deliver = (orderId: string) => deliverOrder(ctx, { orderId, idempotencyKey });
const refused = (reason: string, details: object = {}) =>
  expect.objectContaining({ reason, details: expect.objectContaining(details) });
const types = (order: Order) => order.timeline.map((entry) => entry.type);
const recover = () => recoverRefunds(ctx, { limit: 100, olderThanSeconds: 0 });
const paidBack = async (orderId: string) => {
  const rows = await db
    .select({ amountMinor: testRefunds.amountMinor })
    .from(testRefunds)
    .innerJoin(refunds, eq(refunds.id, testRefunds.idempotencyKey))
    .where(eq(refunds.orderId, orderId));
  return rows.map((row) => row.amountMinor);
};

test("money adds up on every line and in all, in each region", async () => {
  for (const region of ["eu", "uk", "us", "jp"] as const) {
    const priceMinor = { eu: 1999, uk: 1799, us: 2199, jp: 2980 };
    const [a, b] = [
      await variant(9, { priceMinor }),
      await variant(9, { priceMinor, taxable: false }),
    ];
    const { totals, lines, taxInclusive } = await makeOrder(ctx, { [a]: 3, [b]: 1 }, region);
    for (const line of lines)
      expect(line.total.amountMinor).toBe(
        line.unitPrice.amountMinor * line.quantity - line.discount.amountMinor,
      );
    const sum = (of: (line: (typeof lines)[number]) => number) =>
      lines.reduce((all, line) => all + of(line), 0);
    expect(sum((l) => l.total.amountMinor)).toBe(
      totals.subtotal.amountMinor - totals.discount.amountMinor,
    );
    expect(sum((l) => l.tax.amountMinor)).toBeLessThanOrEqual(totals.tax.amountMinor);
    expect(totals.total.amountMinor).toBe(
      totals.subtotal.amountMinor -
        totals.discount.amountMinor +
        totals.shipping.amountMinor +
        (taxInclusive ? 0 : totals.tax.amountMinor),
    );
    expect(totals.total.currency).toBe({ eu: "EUR", uk: "GBP", us: "USD", jp: "JPY" }[region]);
  }
});

test("the database refuses an order whose money does not add up", async () => {
  const { id } = await makeOrder(ctx, { [await variant()]: 1 });
  const wrong = { totalMinor: sql`${orders.totalMinor} + 1` };
  await expect(db.update(orders).set(wrong).where(eq(orders.id, id))).rejects.toThrow();
});

describe("fulfilment", () => {
  test("in parts, then delivered; every step in the timeline and told", async () => {
    const [a, b] = [await variant(), await variant()];
    const order = await makeOrder(ctx, { [a]: 2, [b]: 1 });
    const first = await fulfilOrder(ctx, {
      orderId: order.id,
      idempotencyKey,
      lines: [{ variantId: a, quantity: 1 }],
      trackingUrl: "https://parcels.example/1",
    });
    expect(first).toMatchObject({ state: "partly_fulfilled", canCancel: false });
    expect(first.lines.map((line) => line.fulfilledQuantity)).toEqual([1, 0]);
    await expect(deliver(order.id)).rejects.toEqual(
      refused("order.illegal_transition", { from: "partly_fulfilled", to: "delivered" }),
    );
    expect((await fulfil(order.id)).state).toBe("fulfilled");
    const done = await deliver(order.id);
    expect(types(done)).toEqual(["placed", "paid", "fulfilled", "fulfilled", "delivered"]);
    expect(done.timeline[2]?.data).toEqual({
      lines: [{ variantId: a, quantity: 1 }],
      trackingUrl: "https://parcels.example/1",
    });
    const told = await db
      .select()
      .from(outbox)
      .where(eq(outbox.aggregateId, order.id))
      .orderBy(outbox.id);
    expect(told.map((e) => e.aggregateVersion)).toEqual([1, 2, 3, 4, 5]);
    expect(told.at(-1)).toMatchObject({ type: "order.delivered", data: { state: "delivered" } });
  });

  test("more than is left is refused and changes nothing; of two parcels at once one is", async () => {
    const a = await variant();
    const order = await makeOrder(ctx, { [a]: 3 });
    const two = [{ variantId: a, quantity: 2 }];
    const results = await Promise.allSettled([fulfil(order.id, two), fulfil(order.id, two)]);
    const [lost] = results.flatMap((r) => (r.status === "rejected" ? [r.reason as unknown] : []));
    expect(lost).toEqual(refused("order.nothing_to_fulfil", { requested: 2, left: 1 }));
    const after = await getOrder(ctx, { orderId: order.id });
    expect(after.lines[0]?.fulfilledQuantity).toBe(2);
    expect(types(after)).toEqual(["placed", "paid", "fulfilled"]);
  });
});

describe("cancelling", () => {
  test("gives stock and money back, once, however many ask at once", async () => {
    const a = await variant(9);
    const order = await makeOrder(ctx, { [a]: 2 });
    expect(await stockOf(db, a)).toMatchObject({ onHand: 7, sold: 2 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => cancel(order.id)));
    for (const answer of answers) expect(answer.state).toBe("cancelled");
    const after = await getOrder(ctx, { orderId: order.id });
    expect(types(after)).toEqual(["placed", "paid", "cancelled", "refunded"]);
    expect(after.refunded).toEqual(order.totals.total);
    expect(await paidBack(order.id)).toEqual([order.totals.total.amountMinor]);
    expect(await stockOf(db, a)).toEqual({ onHand: 9, held: 0, sold: 0 });
    expect(await recover()).toBe(0);
  });

  test("a refund that the provider does not take is owed, and paid later, once", async () => {
    const order = await makeOrder(ctx, { [await variant()]: 1 });
    const down = withProvider(ctx, () => ({ refund: () => Promise.reject(new Error("down")) }));
    const cancelled = await cancelOrder(down, { orderId: order.id, idempotencyKey });
    expect(cancelled).toMatchObject({ state: "cancelled", refunded: money(0, "EUR") });
    await Promise.all([recover(), recover()]);
    expect(await paidBack(order.id)).toEqual([order.totals.total.amountMinor]);
    const after = await getOrder(ctx, { orderId: order.id });
    expect(after.refunded).toEqual(order.totals.total);
    expect(types(after)).toEqual(["placed", "paid", "cancelled", "refunded"]);
  });

  test("a process that dies after the provider paid, and before that is written: paid once", async () => {
    const order = await makeOrder(ctx, { [await variant()]: 1 });
    // The provider's own is the second.
    const dying = dyingBefore(ctx, 3);
    const died = cancelOrder(
      {
        ...dying,
        log: {
          ...ctx.log,
          warn: () => {
            throw new Killed();
          },
        },
      },
      { orderId: order.id, idempotencyKey },
    );
    await expect(died).rejects.toThrow(Killed);
    expect(await paidBack(order.id)).toHaveLength(1);
    expect(await recover()).toBe(1);
    expect(await paidBack(order.id)).toHaveLength(1);
    expect((await getOrder(ctx, { orderId: order.id })).refunded).toEqual(order.totals.total);
  });

  test("once something was sent it is too late; nothing moves", async () => {
    const a = await variant();
    const order = await makeOrder(ctx, { [a]: 2 });
    await fulfil(order.id, [{ variantId: a, quantity: 1 }]);
    await expect(cancel(order.id)).rejects.toEqual(
      refused("order.illegal_transition", { from: "partly_fulfilled", to: "cancelled" }),
    );
    expect(await stockOf(db, a)).toMatchObject({ onHand: 7, sold: 2 });
    expect(await paidBack(order.id)).toEqual([]);
  });

  test("against sending at the same moment: exactly one happens", async () => {
    for (let round = 0; round < 5; round++) {
      const a = await variant();
      const order = await makeOrder(ctx, { [a]: 1 });
      const results = await Promise.allSettled([cancel(order.id), fulfil(order.id)]);
      expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
      const { state } = await getOrder(ctx, { orderId: order.id });
      const { onHand } = await stockOf(db, a);
      expect([state, onHand]).toEqual(state === "cancelled" ? ["cancelled", 9] : ["fulfilled", 8]);
    }
  });

  test("an order that does not exist is not found", async () => {
    await expect(cancel(newId("ord"))).rejects.toEqual(refused("order.not_found"));
    await expect(fulfil(newId("ord"))).rejects.toEqual(refused("order.not_found"));
    await expect(getOrder(ctx, { orderId: newId("ord") })).rejects.toEqual(
      refused("order.not_found"),
    );
  });
});

test("a list is paged newest first, complete and without repeats, while orders come in", async () => {
  const a = await variant(100);
  const made: string[] = [];
  for (let i = 0; i < 7; i++) made.push((await makeOrder(ctx, { [a]: 1 })).id);
  // Equal times: the id decides.
  await db.update(orders).set({ placedAt: "2026-01-01T00:00:00.000Z" });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listOrders(ctx, { limit: 3, ...(cursor && { cursor }) });
    seen.push(...page.items.map((order) => order.id));
    cursor = page.nextCursor ?? undefined;
    if (seen.length === 3) made.push((await makeOrder(ctx, { [a]: 1 })).id);
  } while (cursor !== undefined);
  expect(new Set(seen).size).toBe(seen.length);
  for (const id of made.slice(0, 7)) expect(seen).toContain(id);
  expect(seen).not.toContain(made[7]);
  const cancelled = await listOrders(ctx, { limit: 100, state: "cancelled" });
  expect(cancelled.items.every((order) => order.state === "cancelled")).toBe(true);
  await expect(listOrders(ctx, { limit: 3, cursor: "e30" })).rejects.toMatchObject({
    reason: "page.bad_cursor",
  });
});

test("the timeline has one entry per version", async () => {
  const order = await makeOrder(ctx, { [await variant()]: 1 });
  await cancel(order.id);
  const entries = await db.select().from(orderEntries).where(eq(orderEntries.orderId, order.id));
  const { version } = await getOrder(ctx, { orderId: order.id });
  expect(entries.map((entry) => entry.version).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: version }, (_, index) => index + 1),
  );
});
