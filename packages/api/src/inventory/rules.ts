import type { HoldRequest } from "./contract.ts";

/** What one location can give of one variant. */
export type LocationStock = { variantId: string; locationId: string; available: number };

/** A part of a request, at one location. */
export type HoldPart = { id: string; variantId: string; locationId: string; quantity: number };

export type Shortage = { variantId: string; requested: number; available: number };

/** What is asked of each variant in all: several lines may want the same one. */
export function requestedByVariant(requests: readonly HoldRequest[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const { variantId, quantity } of requests) {
    total.set(variantId, (total.get(variantId) ?? 0) + quantity);
  }
  return total;
}

/** The first variant of which there is less than all requests together want; null when all can be served. */
export function findShortage(
  requests: readonly HoldRequest[],
  stock: readonly LocationStock[],
): Shortage | null {
  for (const [variantId, requested] of requestedByVariant(requests)) {
    const available = availableOf(variantId, stock);
    if (available < requested) return { variantId, requested, available };
  }
  return null;
}

/** Units of a variant over all locations. */
export function availableOf(variantId: string, stock: readonly LocationStock[]): number {
  let sum = 0;
  for (const at of stock) if (at.variantId === variantId) sum += at.available;
  return sum;
}

/**
 * Chooses locations: the first in the given order that can serve a request whole; where none can,
 * the fullest first, so that a split makes the fewest parcels. A request that the stock can't cover
 * gets what there is; ask {@link findShortage} before when it must be all.
 */
export function allocateHolds(
  requests: readonly HoldRequest[],
  stock: readonly LocationStock[],
): HoldPart[] {
  const byVariant = Map.groupBy(
    stock.map((at) => ({ ...at })),
    (at) => at.variantId,
  );
  return requests.flatMap(({ id, variantId, quantity }) => {
    const locations = byVariant.get(variantId) ?? [];
    const whole = locations.find((at) => at.available >= quantity);
    const order = whole ? [whole] : locations.toSorted((a, b) => b.available - a.available);
    const parts: HoldPart[] = [];
    let rest = quantity;
    for (const at of order) {
      const taken = Math.min(rest, at.available);
      if (taken <= 0) break;
      at.available -= taken;
      rest -= taken;
      parts.push({ id, variantId, locationId: at.locationId, quantity: taken });
    }
    return parts;
  });
}
