/** What operations make of a cart, decided in memory between reading and writing it. Pure. */
import type { CartOperation, Counter, OperationOutcome } from "../contract.ts";
import { maxLines } from "../contract/limits.ts";
import {
  changeCounter,
  compactCounter,
  isSameCounter,
  quantityOf,
  type Writer,
} from "../rules/counter.ts";
import { decide } from "../rules/intent.ts";
import type { LineRow, LoadedCart } from "./rows.ts";

export type Plan = {
  writer: Writer;
  operations: readonly CartOperation[];
  /** One for each operation. */
  outcomes: OperationOutcome[];
  /** By variant: the lines after all operations. One without units is no line. */
  counters: Map<string, Counter>;
  /** In the order of the operations, those that at least one of them was not refused for: new lines come in this order. */
  touched: LineRow[];
};

export type LineWrite = {
  variantId: string;
  counter: Counter;
  /** The price that the shopper sees now. */
  priceMinor: number;
};

/** Each operation is judged by the cart that the ones before it have left. */
export function planOperations(
  loaded: LoadedCart,
  device: string,
  operations: readonly CartOperation[],
): Plan {
  const writer = { device, version: loaded.row.version + 1 };
  const rows = new Map(loaded.asked.map((row) => [row.variantId, row]));
  const counters = new Map(loaded.lines.map((row) => [row.variantId, row.counter ?? {}]));
  const touched = new Set<LineRow>();
  const outcomes = operations.map((operation): OperationOutcome => {
    const { variantId, seq } = operation;
    const row = rows.get(variantId);
    const facts = {
      counter: counters.get(variantId) ?? {},
      exists: row !== undefined,
      isSoldHere: row !== undefined && row.priceMinor !== null,
      available: row?.available ?? null,
      hasRoom: countLines(counters) < maxLines,
      region: loaded.row.regionId,
    };
    const { counter, outcome } = decide(operation, facts, writer);
    counters.set(variantId, counter);
    if (row && outcome.status !== "refused") touched.add(row);
    return { seq, ...outcome };
  });
  return { writer, operations, outcomes, counters, touched: [...touched] };
}

function countLines(counters: ReadonlyMap<string, Counter>): number {
  return [...counters.values()].filter((counter) => quantityOf(counter) > 0).length;
}

export function plannedQuantity(plan: Plan, variantId: string): number {
  return quantityOf(plan.counters.get(variantId) ?? {});
}

/**
 * Where somebody else was quicker to a drop, its line becomes what is held of it; with nothing held it
 * stays as it was.
 * @param isExact whether less of a line stays what was asked for, however little of it is held
 */
export function settleForHeld(
  plan: Plan,
  held: ReadonlyMap<string, number>,
  isExact: boolean,
): void {
  for (const row of plan.touched) {
    const { variantId } = row;
    const available = held.get(variantId);
    const requested = plannedQuantity(plan, variantId);
    if (available === undefined || available >= requested) continue;
    // Less of a line that has lost its hold: nothing to hold, and nothing refused.
    if ((available === 0 || isExact) && requested <= (row.quantity ?? 0)) continue;
    const before = row.counter ?? {};
    const settled = changeCounter(before, { type: "set", quantity: available }, plan.writer);
    plan.counters.set(variantId, available === 0 ? before : settled);
    const news = {
      status: available === 0 ? ("refused" as const) : ("adjusted" as const),
      reason: "cart.out_of_stock",
      details: { variantId, requested, available },
    };
    tellLast(plan, variantId, news);
  }
}

/** More of what is sold through a line is refused to a cart without a pass; what it has stays, and may become less. */
export function refuseBarred(plan: Plan, barred: ReadonlyMap<string, { drop: string }>): void {
  for (const row of plan.touched) {
    const { variantId } = row;
    const door = barred.get(variantId);
    if (door === undefined || plannedQuantity(plan, variantId) <= (row.quantity ?? 0)) continue;
    plan.counters.set(variantId, row.counter ?? {});
    const details = { variantId, ...door };
    tellLast(plan, variantId, { status: "refused", reason: "cart.pass_required", details });
  }
}

/** The last operation that did something to a variant carries the news. */
function tellLast(plan: Plan, variantId: string, news: Omit<OperationOutcome, "seq">): void {
  const last = plan.operations.findLastIndex(
    (operation, index) =>
      operation.variantId === variantId && plan.outcomes[index]?.status !== "refused",
  );
  plan.outcomes = plan.outcomes.map((outcome, index) =>
    index === last ? { seq: outcome.seq, ...news } : outcome,
  );
}

/** The lines that are not as they were. */
export function writesOf(plan: Plan): LineWrite[] {
  return plan.touched.flatMap((row) => {
    const { variantId, priceMinor, seenPriceMinor } = row;
    const counter = compactCounter(plan.counters.get(variantId) ?? {}, plan.writer.version);
    const write = { variantId, counter, priceMinor: priceMinor ?? seenPriceMinor ?? 0 };
    const isSame =
      isSameCounter(counter, row.counter ?? {}) &&
      (row.quantity === null || write.priceMinor === seenPriceMinor);
    return isSame ? [] : [write];
  });
}
