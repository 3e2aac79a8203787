import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OrderState } from "./contract.ts";
import {
  canMove,
  moves,
  paymentStateOf,
  placeReturned,
  planFulfilment,
  planRefund,
  planReturn,
  type Move,
} from "./rules.ts";

describe("the state machine", () => {
  /** Written out by hand: what may be left by which move. Everything else is refused. */
  const allowed = new Set([
    "placed pay",
    "placed cancel",
    "paid cancel",
    "paid fulfil",
    "partly_fulfilled fulfil",
    "fulfilled deliver",
  ]);
  const cases = OrderState.options.flatMap((state) =>
    (Object.keys(moves) as Move[]).map((move) => ({ state, move })),
  );

  test.each(cases)("$state: $move", ({ state, move }) => {
    expect(canMove(state, move)).toBe(allowed.has(`${state} ${move}`));
  });

  test("leads from placed to every state, and out of neither delivered nor cancelled", () => {
    const reached = new Set<OrderState>(["placed"]);
    for (const state of reached)
      for (const { from, to } of Object.values(moves))
        if ((from as readonly OrderState[]).includes(state))
          for (const next of to) reached.add(next);
    expect([...reached].toSorted()).toEqual(OrderState.options.toSorted());
    for (const end of ["delivered", "cancelled"] as const)
      expect(cases.filter(({ state, move }) => state === end && canMove(state, move))).toEqual([]);
  });
});

describe("fulfilment", () => {
  const lines = [
    { variantId: "a", quantity: 2, fulfilledQuantity: 0 },
    { variantId: "b", quantity: 3, fulfilledQuantity: 1 },
  ];

  test("without a parcel everything that is left is sent", () => {
    expect(planFulfilment(lines)).toEqual({
      isPossible: true,
      state: "fulfilled",
      sent: [
        { variantId: "a", quantity: 2 },
        { variantId: "b", quantity: 2 },
      ],
    });
  });

  test("a part leaves it partly fulfilled", () => {
    const plan = planFulfilment(lines, [{ variantId: "b", quantity: 2 }]);
    expect(plan).toMatchObject({ isPossible: true, state: "partly_fulfilled" });
  });

  test("a variant named twice counts together", () => {
    const parcel = [
      { variantId: "a", quantity: 1 },
      { variantId: "a", quantity: 2 },
    ];
    expect(planFulfilment(lines, parcel)).toEqual({
      isPossible: false,
      shortage: { variantId: "a", requested: 3, left: 2 },
    });
  });

  test("what was not ordered can't be sent", () => {
    expect(planFulfilment(lines, [{ variantId: "c", quantity: 1 }])).toMatchObject({
      shortage: { left: 0 },
    });
  });

  test("however it is cut into parcels, each unit is sent once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 4 })), { maxLength: 30 }),
        (quantities, parcels) => {
          const order = quantities.map((quantity, i) => ({
            variantId: String(i),
            quantity,
            fulfilledQuantity: 0,
          }));
          for (const [index, quantity] of parcels) {
            const plan = planFulfilment(order, [{ variantId: String(index), quantity }]);
            const line = order[index];
            if (!plan.isPossible || line === undefined) continue;
            line.fulfilledQuantity += quantity;
            const isWhole = order.every((l) => l.fulfilledQuantity === l.quantity);
            expect(plan.state).toBe(isWhole ? "fulfilled" : "partly_fulfilled");
          }
          for (const line of order)
            expect(line.fulfilledQuantity).toBeLessThanOrEqual(line.quantity);
        },
      ),
    );
  });
});

describe("refunds by the unit", () => {
  const lineOf = (quantity: number, totalMinor: number, taxMinor: number) => ({
    variantId: "a",
    quantity,
    totalMinor,
    taxMinor,
    refundedQuantity: 0,
  });

  test("tax that was added on top goes back as well, tax inside the price once", () => {
    const lines = [lineOf(1, 1000, 100)];
    const one = [{ variantId: "a", quantity: 1 }];
    expect(planRefund(lines, one, false)).toMatchObject({ amountMinor: 1100 });
    expect(planRefund(lines, one, true)).toMatchObject({ amountMinor: 1000 });
  });

  test("however it is cut, the parts add up to the line, and no unit is refunded twice", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.nat(9_999_999),
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 12 }),
        (quantity, totalMinor, taxMinor, cuts) => {
          const line = lineOf(quantity, totalMinor, taxMinor);
          let sum = 0;
          for (const wanted of [...cuts, quantity - line.refundedQuantity]) {
            const plan = planRefund([line], [{ variantId: "a", quantity: wanted }], false);
            expect(plan.isPossible).toBe(line.refundedQuantity + wanted <= quantity);
            if (!plan.isPossible) continue;
            expect(plan.amountMinor).toBeGreaterThanOrEqual(0);
            line.refundedQuantity += wanted;
            sum += plan.amountMinor;
          }
          const rest = quantity - line.refundedQuantity;
          const last = planRefund([line], [{ variantId: "a", quantity: rest }], false);
          expect(sum + (last.isPossible ? last.amountMinor : 0)).toBe(totalMinor + taxMinor);
        },
      ),
    );
  });

  test.each([
    ["placed", 0, "pending"],
    ["paid", 0, "paid"],
    ["delivered", 1, "partly_refunded"],
    ["cancelled", 100, "refunded"],
  ] as const)("an order that is %s with %i of 100 back: %s", (state, refundedMinor, expected) => {
    expect(paymentStateOf({ state, refundedMinor, totalMinor: 100 })).toBe(expected);
  });
});

describe("returns", () => {
  test("only what was sent and is in no other return", () => {
    const lines = [{ variantId: "a", fulfilledQuantity: 3, returnedQuantity: 1 }];
    expect(planReturn(lines, [{ variantId: "a", quantity: 2 }])).toMatchObject({
      isPossible: true,
    });
    expect(planReturn(lines, [{ variantId: "a", quantity: 3 }])).toMatchObject({
      shortage: { requested: 3, left: 2 },
    });
  });

  test("however they come back, in the end each location has what it gave", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 }),
        (taken, parcels) => {
          const allocations = taken.map((quantity, i) => ({ locationId: String(i), quantity }));
          const back = new Map<string, number>();
          let before = 0;
          for (const quantity of [...parcels, 50]) {
            for (const place of placeReturned(allocations, before, quantity))
              back.set(place.locationId, (back.get(place.locationId) ?? 0) + place.quantity);
            before += quantity;
          }
          expect([...back]).toEqual(allocations.map((a) => [a.locationId, a.quantity]));
        },
      ),
    );
  });
});
