import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  admitClaim,
  openBook,
  requestedByVariant,
  type HoldClaim,
  type LocationStock,
} from "./rules.ts";

const at = (locationId: string, available: number, variantId = "a") => ({
  variantId,
  locationId,
  available,
});
const request = (id: string, quantity: number, variantId = "a") => ({ id, variantId, quantity });
const claim = (requests: HoldClaim["requests"], over: Partial<HoldClaim> = {}): HoldClaim => ({
  requests,
  freed: [],
  isPartial: false,
  ...over,
});
const admitAll = (claims: HoldClaim[], stock: LocationStock[]) => {
  const book = openBook(stock);
  return claims.map((one) => admitClaim(one, book));
};
const partsOf = (claims: HoldClaim[], stock: LocationStock[]) =>
  admitAll(claims, stock).map((one) =>
    one.isAdmitted ? one.parts.map((part) => [part.locationId, part.quantity]) : one.shortage,
  );

test("a request goes to the first location that can serve it whole", () => {
  expect(partsOf([claim([request("1", 3)])], [at("x", 2), at("y", 5), at("z", 9)])).toEqual([
    [["y", 3]],
  ]);
});

test("where none can, the fullest first makes the fewest parcels", () => {
  expect(partsOf([claim([request("1", 7)])], [at("x", 1), at("y", 5), at("z", 4)])).toEqual([
    [
      ["y", 5],
      ["z", 2],
    ],
  ]);
});

test("two requests of one variant are checked together", () => {
  const short = { variantId: "a", requested: 4, available: 3 };
  expect(partsOf([claim([request("1", 2), request("2", 2)])], [at("x", 3)])).toEqual([short]);
  const parts = [
    ["x", 2],
    ["x", 1],
  ];
  expect(partsOf([claim([request("1", 2), request("2", 1)])], [at("x", 3)])).toEqual([parts]);
});

test("who is refused takes nothing from those behind", () => {
  const claims = [
    claim([request("1", 2)]),
    claim([request("2", 1, "b"), request("3", 2)]),
    claim([request("4", 1)]),
    claim([request("5", 1)]),
    claim([request("6", 1, "b")]),
  ];
  expect(partsOf(claims, [at("x", 3), at("x", 1, "b")])).toEqual([
    [["x", 2]],
    { variantId: "a", requested: 2, available: 1 },
    [["x", 1]],
    { variantId: "a", requested: 1, available: 0 },
    [["x", 1]],
  ]);
});

test("what a claim gives back is its own until it is admitted, and everybody's after", () => {
  const freed = [at("x", 2)];
  const claims = [
    claim([request("1", 3)], { freed }),
    claim([request("2", 1)]),
    claim([request("3", 1)], { freed }),
    claim([request("4", 1)]),
  ];
  expect(partsOf(claims, [at("x", 0)])).toEqual([
    { variantId: "a", requested: 3, available: 2 },
    { variantId: "a", requested: 1, available: 0 },
    [["x", 1]],
    [["x", 1]],
  ]);
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
const lists = fc.array(
  fc.record({ variantId: variant, quantity: fc.integer({ min: 1, max: 15 }) }),
  {
    maxLength: 8,
  },
);
const claims = fc
  .array(fc.record({ list: lists, isPartial: fc.boolean() }), { maxLength: 6 })
  .map((all) =>
    all.map(({ list, isPartial }, n) =>
      claim(
        list.map((one, index) => ({ id: `${n}.${index}`, ...one })),
        { isPartial },
      ),
    ),
  );

test("never more than a location has; a claim is served whole, or as far as it goes, or not at all", () => {
  fc.assert(
    fc.property(claims, stocks, (claims, stock) => {
      const left = new Map<string, number>();
      for (const s of stock) left.set(s.variantId, (left.get(s.variantId) ?? 0) + s.available);
      const admissions = admitAll(claims, stock);
      for (const [index, { requests, isPartial }] of claims.entries()) {
        const admission = admissions[index];
        const wanted = [...requestedByVariant(requests)];
        const isEnough = wanted.every(([id, quantity]) => (left.get(id) ?? 0) >= quantity);
        expect(admission?.isAdmitted).toBe(isEnough || isPartial);
        if (!admission?.isAdmitted) continue;
        for (const [id, quantity] of wanted) {
          const taken = admission.parts
            .filter((part) => part.variantId === id)
            .reduce((sum, part) => sum + part.quantity, 0);
          expect(taken).toBe(Math.min(quantity, left.get(id) ?? 0));
          left.set(id, (left.get(id) ?? 0) - taken);
        }
      }
      const parts = admissions.flatMap((one) => (one.isAdmitted ? one.parts : []));
      for (const s of stock) {
        const taken = parts
          .filter((p) => p.variantId === s.variantId && p.locationId === s.locationId)
          .reduce((sum, part) => sum + part.quantity, 0);
        expect(taken).toBeLessThanOrEqual(s.available);
      }
      expect(parts.every((part) => part.quantity > 0)).toBe(true);
      // A hold's rows are keyed by (id, location).
      expect(new Set(parts.map((p) => `${p.id} ${p.locationId}`)).size).toBe(parts.length);
    }),
  );
});
