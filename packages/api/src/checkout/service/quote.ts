import type { StoredQuote, StoredReduction } from "@meridian/db/schema.ts";
import { estimatedOption, priceCart, type PricedLine } from "../../cart/rules.ts";
import { applyPromotions } from "../../cart/rules/discount.ts";
import type { Region } from "../../catalog/contract.ts";
import type { PromotionTerms } from "../../promotions/contract.ts";
import type { Destination } from "../rules.ts";

export type QuoteInput = {
  lines: readonly (PricedLine & { variantId: string })[];
  region: Region;
  destination: Destination;
  /** Null: not chosen yet. */
  shippingOptionId: string | null;
  promotions: readonly PromotionTerms[];
};

/** What is paid for, in the currency's minor unit. */
export type Quote = StoredQuote & { promotions: StoredReduction[] };

/** What a checkout costs: the cart's own figures, for its frozen prices and promotions, its address and its shipping option. */
export function quoteCheckout(input: QuoteInput): Quote {
  const { lines, region, destination, shippingOptionId } = input;
  const discounted = applyPromotions(lines, input.promotions, region.currency);
  const { freesShipping } = discounted;
  const priced = priceCart({
    lines: lines.map((line, index) => ({
      ...line,
      discountMinor: discounted.lineDiscounts[index] ?? 0,
    })),
    region,
    shippingOptionId,
    freesShipping,
    ...destination,
  });
  const { subtotal, discount, shipping, tax, total } = priced.totals;
  const option =
    region.shippingOptions.find(({ id }) => id === shippingOptionId) ?? estimatedOption(region);
  return {
    taxInclusive: region.taxInclusive,
    shippingLabel: option?.label ?? "",
    subtotalMinor: subtotal.amountMinor,
    discountMinor: discount.amountMinor,
    shippingMinor: shipping.amountMinor,
    taxMinor: tax.amountMinor,
    totalMinor: total.amountMinor,
    promotions: discounted.promotions
      .filter(({ isApplied }) => isApplied)
      .map(({ id, code, title, reduction, freesShipping: isFree }) => ({
        id,
        code,
        title,
        discountMinor: reduction.amountMinor,
        freesShipping: isFree,
      })),
    lines: lines.map(({ variantId }, index) => {
      const { totalMinor = 0, taxMinor = 0 } = priced.lines[index] ?? {};
      const discountMinor = discounted.lineDiscounts[index] ?? 0;
      return { variantId, discountMinor, taxMinor, totalMinor };
    }),
  };
}
