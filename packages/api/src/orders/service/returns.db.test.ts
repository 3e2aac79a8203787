import { createClient } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { levels, movements } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { and, eq, gt } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { makeOrder } from "../../../testing/checkouts.ts";
import { testContext } from "../../../testing/context.ts";
import { stockOf } from "../../../testing/ledger.ts";
import { withProvider } from "../../../testing/providers.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { newId } from "../../kernel/ids.ts";
import type { Order, ReceiveReturn } from "../contract.ts";
import type { Units } from "../rules.ts";
import { getOrder } from "../service.ts";
import { fulfilOrder } from "./fulfil.ts";
import { refundOrder } from "./refund-order.ts";
import { recoverRefunds } from "./refunds.ts";
import { cancelReturn, receiveReturn, requestReturn } from "./returns.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 16 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const here = await makeLocation(db);
const there = await makeLocation(db);
const idempotencyKey = "a-key-of-the-host";
const refused = (reason: string, details: object = {}) =>
  expect.objectContaining({ reason, details: expect.objectContaining(details) });

const units = (variantId: string, quantity: number): Units => [{ variantId, quantity }];
const request = (orderId: string, lines: Units) =>
  requestReturn(ctx, { orderId, lines, idempotencyKey });
const receive = (
  { id: orderId, returns }: Order,
  over: Partial<ReceiveReturn> = {},
  context = ctx,
) =>
  receiveReturn(context, {
    orderId,
    returnId: returns.at(-1)?.id ?? "",
    restock: true,
    refund: false,
    idempotencyKey,
    ...over,
  });
const onHandAt = async (variantId: string, locationId: string) => {
  const [level] = await db
    .select({ onHand: levels.onHand })
    .from(levels)
    .where(and(eq(levels.variantId, variantId), eq(levels.locationId, locationId)));
  return level?.onHand;
};

/** An order of which everything was sent. */
async function sent(quantity: number, stock: Record<string, number> = { [here]: 9 }) {
  const { variantId } = await makeVariant(db, { stock });
  const { id } = await makeOrder(ctx, { [variantId]: quantity });
  return { variantId, order: await fulfilOrder(ctx, { orderId: id, idempotencyKey }) };
}

test("what was sent comes back on the shelf that it left, and is in the ledger as returned", async () => {
  const { variantId, order } = await sent(5, { [here]: 3, [there]: 4 });
  expect((await stockOf(db, variantId)).onHand).toBe(2);
  const first = await receive(await request(order.id, units(variantId, 2)));
  expect((await stockOf(db, variantId)).onHand).toBe(4);
  const last = await receive(await request(order.id, units(variantId, 3)));
  expect([await onHandAt(variantId, here), await onHandAt(variantId, there)]).toEqual([3, 4]);
  expect(first.lines[0]?.returnedQuantity).toBe(2);
  expect(last.returns.map(({ state }) => state)).toEqual(["received", "received"]);
  expect(last.timeline.slice(3).map(({ type }) => type)).toEqual([
    "return_requested",
    "return_received",
    "return_requested",
    "return_received",
  ]);
  const ledger = await db
    .select({ reason: movements.reason })
    .from(movements)
    .where(and(eq(movements.reference, order.id), gt(movements.delta, 0)));
  expect(new Set(ledger.map(({ reason }) => reason))).toEqual(new Set(["returned"]));
  expect(last.refunded.amountMinor).toBe(0);
});

test("only what was sent, once: of ten that want the same unit one gets it", async () => {
  const { variantId } = await makeVariant(db, { stock: { [here]: 9 } });
  const { id } = await makeOrder(ctx, { [variantId]: 2 });
  await expect(request(id, units(variantId, 1))).rejects.toEqual(
    refused("order.nothing_to_return", { requested: 1, left: 0 }),
  );
  await fulfilOrder(ctx, { orderId: id, lines: units(variantId, 1), idempotencyKey });
  const asked = Array.from({ length: 10 }, () => request(id, units(variantId, 1)));
  const results = await Promise.allSettled(asked);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await getOrder(ctx, { orderId: id })).returns).toHaveLength(1);
});

test("received ten times at once: the stock goes up once, the money goes back once", async () => {
  const { variantId, order } = await sent(3);
  const asked = await request(order.id, units(variantId, 2));
  await Promise.all(Array.from({ length: 10 }, () => receive(asked, { refund: true })));
  expect((await stockOf(db, variantId)).onHand).toBe(8);
  const after = await getOrder(ctx, { orderId: order.id });
  const unitMinor = order.lines[0]!.unitPrice.amountMinor;
  expect(after).toMatchObject({
    paymentState: "partly_refunded",
    refunded: { amountMinor: unitMinor * 2 },
    refunds: [{ reason: "returned", state: "done", returnId: asked.returns[0]?.id }],
    lines: [{ returnedQuantity: 2, refundedQuantity: 2 }],
  });
});

test("while the provider is down it is received all the same; the money follows", async () => {
  const { variantId, order } = await sent(1);
  const asked = await request(order.id, units(variantId, 1));
  const down = withProvider(ctx, () => ({ refund: () => Promise.reject(new Error("down")) }));
  const received = await receive(asked, { refund: true }, down);
  expect(received).toMatchObject({
    returns: [{ state: "received" }],
    refunds: [{ state: "owed" }],
  });
  expect((await stockOf(db, variantId)).onHand).toBe(9);
  await recoverRefunds(ctx, { limit: 10, olderThanSeconds: 0 });
  const after = await getOrder(ctx, { orderId: order.id });
  expect(after.refunded).toEqual(order.lines[0]?.total);
});

test("what was refunded already is not refunded with its return; then nothing is received", async () => {
  const { variantId, order } = await sent(1);
  await refundOrder(ctx, {
    orderId: order.id,
    lines: units(variantId, 1),
    reason: "damaged",
    idempotencyKey,
  });
  const asked = await request(order.id, units(variantId, 1));
  await expect(receive(asked, { refund: true })).rejects.toEqual(refused("order.units_refunded"));
  expect((await stockOf(db, variantId)).onHand).toBe(8);
  await receive(asked);
  expect((await stockOf(db, variantId)).onHand).toBe(9);
});

test("broken goods come back without going on a shelf", async () => {
  const { variantId, order } = await sent(2);
  const asked = await request(order.id, units(variantId, 1));
  await receive(asked, { restock: false });
  expect((await stockOf(db, variantId)).onHand).toBe(7);
  await receive(await request(order.id, units(variantId, 1)));
  expect((await stockOf(db, variantId)).onHand).toBe(8);
});

test("a cancelled return frees its units; closed ones stay closed", async () => {
  const { variantId, order } = await sent(1);
  const { id: orderId, returns } = await request(order.id, units(variantId, 1));
  const returnId = returns[0]?.id ?? "";
  const cancelled = await cancelReturn(ctx, { orderId, returnId });
  expect(cancelled).toMatchObject({
    returns: [{ state: "cancelled" }],
    lines: [{ returnedQuantity: 0 }],
  });
  expect((await cancelReturn(ctx, { orderId, returnId })).version).toBe(cancelled.version);
  await expect(receive(cancelled)).rejects.toEqual(
    refused("order.return_closed", { state: "cancelled" }),
  );
  const received = await receive(await request(orderId, units(variantId, 1)));
  const second = { orderId, returnId: received.returns[1]?.id ?? "" };
  await expect(cancelReturn(ctx, second)).rejects.toEqual(refused("order.return_closed"));
  await expect(cancelReturn(ctx, { orderId, returnId: newId("ret") })).rejects.toEqual(
    refused("order.return_not_found"),
  );
});

test("after all of that the books agree", async () => {
  expect(await findBrokenInvariants(db)).toEqual([]);
});
