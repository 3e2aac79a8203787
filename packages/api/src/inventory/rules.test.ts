import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allocateHolds, availableOf, findShortage, requestedByVariant } from "./rules.ts";

const at = (locationId: string, available: number, variantId = "a") => ({
  variantId,
  locationId,
  available,
});
const request = (id: string, quantity: number, variantId = "a") => ({ id, variantId, quantity });

test("a request goes to the first location that can serve it whole", () => {
  expect(allocateHolds([request("1", 3)], [at("x", 2), at("y", 5), at("z", 9)])).toEqual([
    { id: "1", variantId: "a", locationId: "y", quantity: 3 },
  ]);
});

test("where none can, the fullest first makes the fewest parcels", () => {
  const parts = allocateHolds([request("1", 7)], [at("x", 1), at("y", 5), at("z", 4)]);
  expect(parts.map((part) => [part.locationId, part.quantity])).toEqual([
    ["y", 5],
    ["z", 2],
  ]);
});

test("two requests of one variant are checked together", () => {
  const stock = [at("x", 3)];
  expect(findShortage([request("1", 2), request("2", 2)], stock)).toEqual({
    variantId: "a",
    requested: 4,
    available: 3,
  });
  expect(findShortage([request("1", 2), request("2", 1)], stock)).toBeNull();
});

const variant = fc.constantFrom("a", "b", "c");
const stocks = fc.uniqueArray(
  fc.record({
    variantId: variant,
    locationId: fc.constantFrom("x", "y", "z"),
    available: fc.nat(20),
  }),
  { selector: (s) => `${s.variantId} ${s.locationId}` },
);
const requests = fc
  .array(fc.record({ variantId: variant, quantity: fc.integer({ min: 1, max: 15 }) }), {
    maxLength: 8,
  })
  .map((list) => list.map((r, index) => ({ id: String(index), ...r })));

test("never more than a location has, never more than was asked, all of it when there is enough", () => {
  fc.assert(
    fc.property(requests, stocks, (requests, stock) => {
      const parts = allocateHolds(requests, stock);
      const sumOf = (test: (part: (typeof parts)[number]) => boolean) =>
        parts.filter(test).reduce((sum, part) => sum + part.quantity, 0);
      for (const s of stock) {
        const taken = sumOf((p) => p.variantId === s.variantId && p.locationId === s.locationId);
        expect(taken).toBeLessThanOrEqual(s.available);
      }
      for (const r of requests) expect(sumOf((p) => p.id === r.id)).toBeLessThanOrEqual(r.quantity);
      for (const [variantId, requested] of requestedByVariant(requests)) {
        const possible = Math.min(requested, availableOf(variantId, stock));
        expect(sumOf((p) => p.variantId === variantId)).toBe(possible);
      }
      expect(parts.every((part) => part.quantity > 0)).toBe(true);
      // A hold's rows are keyed by (id, location).
      expect(new Set(parts.map((p) => `${p.id} ${p.locationId}`)).size).toBe(parts.length);
    }),
  );
});
