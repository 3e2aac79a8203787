/**
 * What promotions take off. On the goods one counts, the one that takes most off (of equals a code,
 * then the first); free shipping counts beside it. What is taken off is spread over the lines in
 * proportion to what they cost, so that the parts add up to the whole.
 */
import { basisPointsOf, money, type Currency } from "../../kernel/money.ts";
import type { PromotionRefusal, PromotionTerms } from "../../promotions/contract.ts";
import type { CartPromotion } from "../contract.ts";

/** With why it can't apply at all (it has ended, it is used up), which is not decided here. */
export type Candidate = PromotionTerms & { refusal?: PromotionRefusal | null };

export type DiscountedLine = { unitPriceMinor: number; quantity: number };

export type Discounted = {
  promotions: CartPromotion[];
  /** In the order of the lines. */
  lineDiscounts: number[];
  freesShipping: boolean;
};

export function applyPromotions(
  lines: readonly DiscountedLine[],
  candidates: readonly Candidate[],
  currency: Currency,
): Discounted {
  const costs = lines.map((line) => line.unitPriceMinor * line.quantity);
  const subtotal = costs.reduce((a, b) => a + b, 0);
  const judged = candidates.map((candidate) => {
    const refusal = refusalOf(candidate, subtotal, currency);
    return { candidate, refusal, offMinor: refusal ? 0 : offMinor(candidate, subtotal) };
  });
  const best = judged
    .filter((one) => one.offMinor > 0)
    .toSorted((a, b) => b.offMinor - a.offMinor || byCode(a.candidate) - byCode(b.candidate))[0];
  const isFree = ({ candidate, refusal }: (typeof judged)[number]) =>
    refusal === null && candidate.discount.type === "free_shipping" && subtotal > 0;
  return {
    promotions: judged.map((one) => ({
      ...termsOf(one.candidate),
      isApplied: one === best || isFree(one),
      reduction: money(one === best ? one.offMinor : 0, currency),
      freesShipping: isFree(one),
      refusal: one.refusal,
    })),
    lineDiscounts: spread(best?.offMinor ?? 0, costs),
    freesShipping: judged.some(isFree),
  };
}

function termsOf({ id, code, title, discount, minimumSubtotal }: PromotionTerms): PromotionTerms {
  return { id, code, title, discount, minimumSubtotal };
}

function byCode({ code }: PromotionTerms): number {
  return code === null ? 1 : 0;
}

/** Whether the cart has what it takes, of the goods before discount. */
function refusalOf(
  { code, discount, minimumSubtotal, refusal }: Candidate,
  subtotal: number,
  currency: Currency,
): PromotionRefusal | null {
  if (refusal && refusal.reason !== "promotions.not_applicable") return refusal;
  const own =
    discount.type === "amount" ? discount.amount.currency : (minimumSubtotal?.currency ?? currency);
  const isReached = minimumSubtotal === null || subtotal >= minimumSubtotal.amountMinor;
  if (own === currency && isReached) return null;
  return {
    reason: "promotions.not_applicable",
    details: { code, minimumSubtotal, currency: own },
  };
}

/** Never more than the goods cost. */
function offMinor({ discount }: PromotionTerms, subtotal: number): number {
  switch (discount.type) {
    case "percentage":
      return basisPointsOf(subtotal, discount.basisPoints);
    case "amount":
      return Math.min(discount.amount.amountMinor, subtotal);
    case "free_shipping":
      return 0;
  }
}

/**
 * Parts of `amount` in proportion to `weights`, each at most its weight when the amount is at most their
 * sum: what is due up to a line, rounded down, less what is due up to the one before.
 */
export function spread(amount: number, weights: readonly number[]): number[] {
  // Products of two amounts leave the range in which numbers are exact.
  const total = BigInt(weights.reduce((a, b) => a + b, 0));
  let weighed = 0n;
  let given = 0n;
  return weights.map((weight) => {
    weighed += BigInt(weight);
    const due = total === 0n ? 0n : (BigInt(amount) * weighed) / total;
    const part = due - given;
    given = due;
    return Number(part);
  });
}
