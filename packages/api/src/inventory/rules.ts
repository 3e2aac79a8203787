import type { HoldRequest } from "./contract.ts";

/** What one location can give of one variant. */
export type LocationStock = { variantId: string; locationId: string; available: number };

/** A part of a request, at one location. */
export type HoldPart = { id: string; variantId: string; locationId: string; quantity: number };

export type Shortage = { variantId: string; requested: number; available: number };

/** What one caller wants, to be had as a whole. */
export type HoldClaim = {
  requests: readonly HoldRequest[];
  /** What the claim gives back when it is admitted. */
  freed: readonly LocationStock[];
  /** Takes what there is when there is too little. */
  isPartial: boolean;
};

export type Admission =
  | { isAdmitted: true; parts: HoldPart[] }
  | { isAdmitted: false; shortage: Shortage };

/** What is free while claims are admitted one after the other; locations in order of preference. */
export type StockBook = Map<string, LocationStock[]>;

export function openBook(stock: readonly LocationStock[]): StockBook {
  return Map.groupBy(
    stock.map((at) => ({ ...at })),
    (at) => at.variantId,
  );
}

/** Takes a claim from the book, whole or not at all: one that is refused takes nothing from those behind it. */
export function admitClaim({ requests, freed, isPartial }: HoldClaim, book: StockBook): Admission {
  add(book, freed, 1);
  const shortage = isPartial ? null : findShortage(requests, book);
  if (shortage === null) return { isAdmitted: true, parts: takeHolds(requests, book) };
  add(book, freed, -1);
  return { isAdmitted: false, shortage };
}

function add(book: StockBook, freed: readonly LocationStock[], sign: 1 | -1): void {
  for (const { variantId, locationId, available } of freed) {
    const at = book.get(variantId)?.find((place) => place.locationId === locationId);
    if (at !== undefined) at.available += sign * available;
  }
}

/** What is asked of each variant in all: several lines may want the same one. */
export function requestedByVariant(requests: readonly HoldRequest[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const { variantId, quantity } of requests) {
    total.set(variantId, (total.get(variantId) ?? 0) + quantity);
  }
  return total;
}

/** The first variant of which there is less than all requests together want; null when all can be served. */
function findShortage(requests: readonly HoldRequest[], book: StockBook): Shortage | null {
  for (const [variantId, requested] of requestedByVariant(requests)) {
    let available = 0;
    for (const at of book.get(variantId) ?? []) available += at.available;
    if (available < requested) return { variantId, requested, available };
  }
  return null;
}

/**
 * Takes from the book: from the first location that can serve a request whole; where none can, from
 * the fullest first, so that a split makes the fewest parcels.
 */
function takeHolds(requests: readonly HoldRequest[], book: StockBook): HoldPart[] {
  return requests.flatMap(({ id, variantId, quantity }) => {
    const places = book.get(variantId) ?? [];
    const whole = places.find((at) => at.available >= quantity);
    const order = whole ? [whole] : places.toSorted((a, b) => b.available - a.available);
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
