import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { minorDigits, type Currency } from "@meridian/api/kernel/money.ts";

/** Remembers the shopper's market; read by the proxy, set by the switch. */
export const regionCookie = "meridian_region";

/** What the shell says about each market before the API is asked; prices and tax come from the API. */
export const regions: Record<RegionId, { currency: Currency }> = {
  eu: { currency: "EUR" },
  uk: { currency: "GBP" },
  us: { currency: "USD" },
  jp: { currency: "JPY" },
};
export const regionIds = Object.keys(regions) as RegionId[];

export function isRegionId(value: unknown): value is RegionId {
  return typeof value === "string" && Object.hasOwn(regions, value);
}

/** How many minor units one unit of the market's currency has: 100 cents, 1 yen. */
export function minorPerUnit(region: RegionId): number {
  return 10 ** minorDigits(regions[region].currency);
}
