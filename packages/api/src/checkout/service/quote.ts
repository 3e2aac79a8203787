import { estimatedOption, priceCart, type PricedLine } from "../../cart/rules.ts";
import type { Region } from "../../catalog/contract.ts";
import type { Destination } from "../rules.ts";

export type QuoteInput = {
  lines: readonly (PricedLine & { variantId: string })[];
  region: Region;
  destination: Destination;
  /** Null: not chosen yet. */
  shippingOptionId: string | null;
};

/** What is paid for, in the currency's minor unit. */
export type Quote = {
  taxInclusive: boolean;
  shippingLabel: string;
  subtotalMinor: number;
  discountMinor: number;
  shippingMinor: number;
  /** Of the lines and of the shipping. */
  taxMinor: number;
  totalMinor: number;
  /** `totalMinor` is after discount. */
  lines: { variantId: string; discountMinor: number; taxMinor: number; totalMinor: number }[];
};

/** What a checkout costs: the cart's own figures, for its frozen prices, its address and its shipping option. */
export function quoteCheckout({ lines, region, destination, shippingOptionId }: QuoteInput): Quote {
  const priced = priceCart({ lines, region, shippingOptionId, ...destination });
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
    lines: lines.map(({ variantId, discountMinor = 0 }, index) => {
      const { totalMinor = 0, taxMinor = 0 } = priced.lines[index] ?? {};
      return { variantId, discountMinor, taxMinor, totalMinor };
    }),
  };
}
