import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OrderState } from "./contract.ts";
import { canMove, moves, planFulfilment, type Move } from "./rules.ts";

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
