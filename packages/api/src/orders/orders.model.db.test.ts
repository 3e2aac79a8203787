import { randomUUID } from "node:crypto";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { makeOrder } from "../../testing/checkouts.ts";
import { testContext } from "../../testing/context.ts";
import { explain, type Step } from "../../testing/explain.ts";
import { stockOf } from "../../testing/ledger.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { DomainError } from "../kernel/errors.ts";
import { getOrder } from "./service.ts";
import { cancelOrder } from "./service/cancel.ts";
import { deliverOrder, fulfilOrder } from "./service/fulfil.ts";
import { refundOrder } from "./service/refund-order.ts";
import { requestReturn } from "./service/returns.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 8 });
afterAll(() => db.$client.end());
const ctx = testContext(db);
const locationId = await makeLocation(db);

const bought = 3;
const idempotencyKey = "a-key-of-the-host";
/** `quantity` null: all that is left. */
type Act =
  | { type: "fulfil"; quantity: number | null }
  | { type: "refund" | "return"; quantity: number }
  | { type: "deliver" | "cancel" };

/** The simple model: how many units were sent, refunded and are to come back, how it ended, how often it moved. */
type Model = {
  sent: number;
  refunded: number;
  returned: number;
  end: "open" | "delivered" | "cancelled";
  moves: number;
};

const illegal = "order.illegal_transition";
const ok = (state: Model) => ({ state: { ...state, moves: state.moves + 1 }, told: "ok" });

function stepOf(act: Act): Step<Model> {
  return (model) => {
    const refuse = (told: string) => ({ state: model, told });
    const isSent = model.sent === bought;
    switch (act.type) {
      case "fulfil": {
        if (model.end !== "open" || isSent) return refuse(illegal);
        const sent = model.sent + (act.quantity ?? bought - model.sent);
        return sent > bought ? refuse("order.nothing_to_fulfil") : ok({ ...model, sent });
      }
      case "refund": {
        const refunded = model.refunded + act.quantity;
        if (refunded > bought) return refuse("order.units_refunded");
        // All of it went back already.
        if (model.end === "cancelled") return refuse("order.refund_too_high");
        return ok({ ...model, refunded });
      }
      case "return": {
        const returned = model.returned + act.quantity;
        return returned > model.sent
          ? refuse("order.nothing_to_return")
          : ok({ ...model, returned });
      }
      case "deliver":
        return model.end === "open" && isSent
          ? ok({ ...model, end: "delivered" })
          : refuse(illegal);
      case "cancel":
        if (model.end === "cancelled") return { state: model, told: "ok" };
        return model.end === "open" && model.sent === 0
          ? ok({ ...model, end: "cancelled" })
          : refuse(illegal);
    }
  };
}

type Real = { orderId: string; variantId: string; totalMinor: number; unitMinor: number };

async function perform({ orderId, variantId }: Real, act: Act): Promise<string> {
  try {
    if (act.type === "fulfil") {
      const { quantity } = act;
      const lines = quantity === null ? {} : { lines: [{ variantId, quantity }] };
      await fulfilOrder(ctx, { orderId, idempotencyKey, ...lines });
    } else if (act.type === "refund" || act.type === "return") {
      const lines = [{ variantId, quantity: act.quantity }];
      if (act.type === "return") await requestReturn(ctx, { orderId, lines, idempotencyKey });
      else
        await refundOrder(ctx, { orderId, lines, reason: "other", idempotencyKey: randomUUID() });
    } else if (act.type === "cancel") await cancelOrder(ctx, { orderId, idempotencyKey });
    else await deliverOrder(ctx, { orderId, idempotencyKey });
    return "ok";
  } catch (error) {
    if (error instanceof DomainError) return error.reason;
    throw error;
  }
}

/** What the tables say, in the model's terms; money and stock must agree with it. */
async function observe({ orderId, variantId, totalMinor, unitMinor }: Real): Promise<Model> {
  const order = await getOrder(ctx, { orderId });
  const { state, timeline, lines, refunded } = order;
  const isCancelled = state === "cancelled";
  const sum = (of: (line: (typeof lines)[number]) => number) =>
    lines.reduce((all, line) => all + of(line), 0);
  const unitsRefunded = sum((line) => line.refundedQuantity);
  const back = isCancelled ? totalMinor : unitsRefunded * unitMinor;
  expect([refunded.amountMinor, order.refundable.amountMinor]).toEqual([back, totalMinor - back]);
  const refunds = timeline.filter(({ type }) => type === "refunded").length;
  expect(refunds).toBe(order.refunds.length);
  expect((await stockOf(db, variantId)).sold).toBe(isCancelled ? 0 : bought);
  expect(order.version).toBe(timeline.length);
  return {
    sent: sum((line) => line.fulfilledQuantity),
    refunded: unitsRefunded,
    returned: sum((line) => line.returnedQuantity),
    end: state === "delivered" || isCancelled ? state : "open",
    // Beside placed, paid and what the provider confirmed.
    moves: timeline.length - 2 - refunds,
  };
}

function requireExplained(possible: unknown[], seen: unknown): void {
  expect(possible).toContainEqual(seen);
}

/** Several staff members and the shopper at once. */
class AtOnce implements fc.AsyncCommand<{ now: Model }, Real> {
  readonly acts: readonly Act[];
  constructor(acts: readonly Act[]) {
    this.acts = acts;
  }
  check = () => true;
  toString = () => `at once: ${JSON.stringify(this.acts)}`;

  async run(model: { now: Model }, shop: Real): Promise<void> {
    const told = await Promise.all(this.acts.map((act) => perform(shop, act)));
    const acts = this.acts.map((act, index) => ({ step: stepOf(act), told: told[index]! }));
    const seen = await observe(shop);
    requireExplained(explain(model.now, acts), seen);
    model.now = seen;
  }
}

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    type: fc.constant("fulfil" as const),
    quantity: fc.option(fc.integer({ min: 1, max: bought })),
  }),
  fc.record({
    type: fc.constantFrom("refund" as const, "return" as const),
    quantity: fc.integer({ min: 1, max: bought }),
  }),
  fc.record({ type: fc.constantFrom("deliver" as const, "cancel" as const) }),
);

test("whatever is done to an order at once, some order of it explains all that was told", async () => {
  const together = fc.array(act, { minLength: 1, maxLength: 4 }).map((acts) => new AtOnce(acts));
  const property = fc.assert(
    fc.asyncProperty(fc.commands([together], { maxCommands: 4 }), async (commands) => {
      const { variantId } = await makeVariant(db, { stock: { [locationId]: bought } });
      const { id, totals, lines } = await makeOrder(ctx, { [variantId]: bought });
      const unitMinor = lines[0]?.unitPrice.amountMinor ?? 0;
      const shop = { orderId: id, variantId, totalMinor: totals.total.amountMinor, unitMinor };
      const setup = () => ({
        model: { now: { sent: 0, refunded: 0, returned: 0, end: "open" as const, moves: 0 } },
        real: shop,
      });
      await fc.asyncModelRun(setup, commands);
    }),
    { numRuns: 12 },
  );
  await expect(property).resolves.toBeUndefined();
  // Some seconds; a busy machine is no reason to fail.
}, 180_000);
