import type { movements } from "../schema.ts";

type Movement = typeof movements.$inferInsert;

/** Units that each of these sold. */
const sold: Record<string, number> = {
  "errand-bicycle": 31,
  "corner-cafe-cup": 54,
  "honest-pencil": 43,
  "hush-headphones": 38,
  "picnic-basket": 26,
};
/** Were gone, and came in again. */
const cameBack = new Set([
  "first-roll-camera",
  "amphora-vase",
  "overnight-suitcase",
  "petal-mirror",
]);

/**
 * What came in and went out again on the day when the demo shop opens; what is on hand is the same without it.
 * @param arrival what comes in when the shop opens
 */
export function withPast(handle: string, arrival: Movement): Movement[] {
  const units = sold[handle];
  if (units !== undefined) {
    return [
      { ...arrival, delta: arrival.delta + units },
      { ...arrival, delta: -units, reason: "sold" },
    ];
  }
  if (!cameBack.has(handle)) return [arrival];
  return [{ ...arrival, delta: 1 }, { ...arrival, delta: -1, reason: "sold" }, arrival];
}
