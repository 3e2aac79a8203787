import type { MergeOutcome } from "../contract.ts";
import { maxLines, maxQuantity } from "../contract/limits.ts";
import { changeCounter, compactCounter, quantityOf, unitsOf } from "../rules/counter.ts";
import type { LineWrite } from "./plan.ts";
import type { LineRow, LoadedCart } from "./rows.ts";

export type MergePlan = {
  writes: LineWrite[];
  /** The receiving cart's rows of what moves. */
  moved: LineRow[];
  /** By variant: what the receiving cart's line becomes. */
  quantities: Map<string, number>;
  /** Of lines that can't move as they are. */
  outcomes: MergeOutcome[];
};

/** What moves from one cart into another, in the order in which it came into the first. Pure. */
export function planMerge(from: LoadedCart, to: LoadedCart, device: string): MergePlan {
  const plan: MergePlan = { writes: [], moved: [], quantities: new Map(), outcomes: [] };
  const writer = { device, version: to.row.version + 1 };
  let lines = to.lines.length;
  for (const { variantId, quantity, seenPriceMinor } of from.lines) {
    const row = to.asked.find((asked) => asked.variantId === variantId);
    if (!row) continue;
    if (row.quantity === null && lines >= maxLines) {
      plan.outcomes.push({
        variantId,
        status: "refused",
        reason: "cart.too_many_lines",
        details: { max: maxLines },
      });
      continue;
    }
    if (row.quantity === null) lines++;
    const before = row.counter ?? {};
    let counter = changeCounter(before, { type: "add", quantity: quantity ?? 0 }, writer);
    const requested = unitsOf(counter);
    if (requested > maxQuantity) {
      counter = changeCounter(before, { type: "set", quantity: maxQuantity }, writer);
      plan.outcomes.push({
        variantId,
        status: "adjusted",
        reason: "cart.quantity_limit",
        details: { variantId, requested, max: maxQuantity },
      });
    }
    // A price that the shopper saw here or there was seen; in another market it is a new one.
    const isSameMarket = from.row.regionId === to.row.regionId;
    const seen = row.seenPriceMinor ?? (isSameMarket ? seenPriceMinor : null);
    plan.moved.push(row);
    plan.quantities.set(variantId, quantityOf(counter));
    plan.writes.push({
      variantId,
      counter: compactCounter(counter, writer.version),
      priceMinor: seen ?? row.priceMinor ?? 0,
    });
  }
  return plan;
}
