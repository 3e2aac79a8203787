import type { Region } from "@meridian/api/catalog/contract.ts";
import { priceText } from "#design/price.tsx";

/** Each way of sending in one line, and how prices and tax stand to each other here. */
export function shippingLines(market: Region): string[] {
  const options = market.shippingOptions.map(({ label, price, freeFrom, minDays, maxDays }) => {
    const free = freeFrom ? `, free from ${priceText(freeFrom)}` : "";
    return `${label}: ${minDays} to ${maxDays} days, ${priceText(price)}${free}`;
  });
  return [
    ...options,
    market.taxInclusive ? "Prices include tax." : "Sales tax is added at checkout.",
  ];
}
