/**
 * What a cart costs, and what an intent makes of it. Pure and browser-safe: the storefront shows the
 * same figures at once that the server answers with.
 *
 * Tax is worked out per line and rounded there, half away from zero, so that the taxes of the lines
 * add up to the tax of the whole. Shipping is taxed like goods, at the destination's rate: where
 * prices include tax, the shipping price includes it too; where tax is added, it is added to both.
 */
import type { Region, ShippingOption } from "../catalog/contract.ts";
import { basisPointsOf, money, taxInside } from "../kernel/money.ts";
import type { Totals } from "./contract.ts";

export type Market = Pick<Region, "currency" | "taxInclusive" | "taxRates" | "shippingOptions">;

export type PricedLine = {
  unitPriceMinor: number;
  quantity: number;
  isTaxable: boolean;
  /** This line's part of a discount, at most what it costs. */
  discountMinor?: number;
};

export type PriceCart = {
  lines: readonly PricedLine[];
  region: Market;
  country: string;
  subdivision: string | null;
  /** Not chosen yet: `standard`, else the first, is the estimate. */
  shippingOptionId?: string | null | undefined;
  /** The standard option costs nothing. */
  freesShipping?: boolean;
};

export type Pricing = {
  totals: Totals;
  /** In the order of the lines; `totalMinor` is after discount. */
  lines: { totalMinor: number; taxMinor: number }[];
  shippingTaxMinor: number;
};

/**
 * The rate of the subdivision, else of the country, else 0 (nothing is due where the region has no rate).
 * @returns basis points: 1900 is 19 %
 */
export function taxRateOf(
  region: Pick<Region, "taxRates">,
  country: string,
  subdivision: string | null,
): number {
  const rates = region.taxRates.filter((rate) => rate.country === country);
  const rate =
    rates.find((r) => r.subdivision !== "" && r.subdivision === subdivision) ??
    rates.find((r) => r.subdivision === "");
  return rate?.basisPoints ?? 0;
}

/** Free from the option's threshold on; the threshold counts the goods after discount. */
export function shippingPriceMinor(option: ShippingOption, goodsMinor: number): number {
  if (option.freeFrom !== null && goodsMinor >= option.freeFrom.amountMinor) return 0;
  return option.price.amountMinor;
}

export function estimatedOption(region: Pick<Region, "shippingOptions">): ShippingOption | null {
  const { shippingOptions } = region;
  return shippingOptions.find((option) => option.id === "standard") ?? shippingOptions[0] ?? null;
}

/** Nothing to send costs nothing: a cart without lines has no shipping. */
export function priceCart(input: PriceCart): Pricing {
  const { region } = input;
  const rate = taxRateOf(region, input.country, input.subdivision);
  const taxOf = (minor: number) =>
    region.taxInclusive ? taxInside(minor, rate) : basisPointsOf(minor, rate);

  const lines = input.lines.map((line) => {
    const totalMinor = line.unitPriceMinor * line.quantity - (line.discountMinor ?? 0);
    return { totalMinor, taxMinor: line.isTaxable ? taxOf(totalMinor) : 0 };
  });
  const subtotal = sum(input.lines.map((line) => line.unitPriceMinor * line.quantity));
  const discount = sum(input.lines.map((line) => line.discountMinor ?? 0));
  const option =
    region.shippingOptions.find(({ id }) => id === input.shippingOptionId) ??
    estimatedOption(region);
  const isFree = input.freesShipping === true && option?.id === estimatedOption(region)?.id;
  const shipping =
    option === null || lines.length === 0 || isFree
      ? 0
      : shippingPriceMinor(option, subtotal - discount);
  const shippingTaxMinor = taxOf(shipping);
  const tax = sum(lines.map((line) => line.taxMinor)) + shippingTaxMinor;
  const total = subtotal - discount + shipping + (region.taxInclusive ? 0 : tax);

  const inCurrency = (amountMinor: number) => money(amountMinor, region.currency);
  return {
    totals: {
      subtotal: inCurrency(subtotal),
      discount: inCurrency(discount),
      shipping: inCurrency(shipping),
      tax: inCurrency(tax),
      total: inCurrency(total),
    },
    lines,
    shippingTaxMinor,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
