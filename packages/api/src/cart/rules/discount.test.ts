import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money } from "../../kernel/money.ts";
import type { Discount } from "../../promotions/contract.ts";
import { applyPromotions, spread, type Candidate } from "./discount.ts";

const promotion = (discount: Discount, over: Partial<Candidate> = {}): Candidate => ({
  id: "promo_1",
  code: "CODE",
  title: "A promotion",
  discount,
  minimumSubtotal: null,
  ...over,
});
const percent = (percentage: number): Discount => ({
  type: "percentage",
  basisPoints: percentage * 100,
});
const amount = (amountMinor: number, currency: "EUR" | "USD" = "EUR"): Discount => ({
  type: "amount",
  amount: money(amountMinor, currency),
});
const line = (unitPriceMinor: number, quantity = 1) => ({ unitPriceMinor, quantity });

describe("what counts", () => {
  test("a share of the goods, an amount of them, never more than they cost", () => {
    const off = (discount: Discount) =>
      applyPromotions([line(1000, 3)], [promotion(discount)], "EUR").lineDiscounts;
    expect(off(percent(10))).toEqual([300]);
    expect(off(amount(500))).toEqual([500]);
    expect(off(amount(9999))).toEqual([3000]);
    expect(off(percent(100))).toEqual([3000]);
  });

  test("the one that takes most off; of equals the code; free shipping beside it", () => {
    const { promotions, freesShipping } = applyPromotions(
      [line(1000)],
      [
        promotion(amount(100), { id: "small", code: null }),
        promotion(percent(20), { id: "same", code: null }),
        promotion(amount(200), { id: "best" }),
        promotion({ type: "free_shipping" }, { id: "shipping", code: null }),
      ],
      "EUR",
    );
    expect(promotions.map((p) => [p.id, p.isApplied, p.reduction.amountMinor])).toEqual([
      ["small", false, 0],
      ["same", false, 0],
      ["best", true, 200],
      ["shipping", true, 0],
    ]);
    expect(freesShipping).toBe(true);
  });

  test("from its minimum on, in its currency", () => {
    const from20 = promotion(percent(10), { minimumSubtotal: money(2000, "EUR") });
    const judge = (unitPriceMinor: number, candidate: Candidate) =>
      applyPromotions([line(unitPriceMinor)], [candidate], "EUR").promotions[0];
    expect(judge(2000, from20)).toMatchObject({ isApplied: true, refusal: null });
    expect(judge(1999, from20)).toMatchObject({
      isApplied: false,
      reduction: money(0, "EUR"),
      refusal: {
        reason: "promotions.not_applicable",
        details: { code: "CODE", minimumSubtotal: money(2000, "EUR"), currency: "EUR" },
      },
    });
    expect(judge(5000, promotion(amount(100, "USD")))).toMatchObject({
      refusal: { details: { currency: "USD" } },
    });
  });

  test("judged again when the cart changes, but what has ended stays ended", () => {
    const details = { code: "CODE", minimumSubtotal: null, currency: "EUR" } as const;
    const notYet = promotion(percent(10), {
      refusal: { reason: "promotions.not_applicable", details },
    });
    const ended = promotion(percent(10), {
      refusal: { reason: "promotions.used_up", details: { code: "CODE", limit: "total" } },
    });
    const [a] = applyPromotions([line(100)], [notYet], "EUR").promotions;
    const [b] = applyPromotions([line(100)], [ended], "EUR").promotions;
    expect([a?.isApplied, b?.isApplied]).toEqual([true, false]);
  });
});

test("the parts add up to the whole, none is more than its line", () => {
  const weights = fc.array(fc.nat(99_999_999), { minLength: 1, maxLength: 100 });
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (costs, share) => {
      const total = costs.reduce((a, b) => a + b, 0);
      const whole = Math.floor(total * share);
      const parts = spread(whole, costs);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(whole);
      for (const [index, part] of parts.entries()) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(costs[index]!);
      }
    }),
  );
});
