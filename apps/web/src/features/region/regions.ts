import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { minorDigits, type Currency } from "@meridian/api/kernel/money.ts";

/** Remembers the shopper's market; read by the proxy, set by the switch. */
export const regionCookie = "meridian_region";
export const defaultRegion: RegionId = "eu";

/** What the shell says about each market before the API is asked; prices and tax come from the API. */
export const regions: Record<RegionId, { name: string; currency: Currency; locale: string }> = {
  eu: { name: "Europe", currency: "EUR", locale: "en-IE" },
  uk: { name: "United Kingdom", currency: "GBP", locale: "en-GB" },
  us: { name: "United States", currency: "USD", locale: "en-US" },
  jp: { name: "Japan", currency: "JPY", locale: "en-JP" },
};
export const regionIds = Object.keys(regions) as RegionId[];

export function isRegionId(value: unknown): value is RegionId {
  return typeof value === "string" && Object.hasOwn(regions, value);
}

/** How many minor units one unit of the market's currency has: 100 cents, 1 yen. */
export function minorPerUnit(region: RegionId): number {
  return 10 ** minorDigits(regions[region].currency);
}
