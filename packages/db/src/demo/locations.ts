import { pick } from "./digest.ts";

/** Three warehouses; each belongs to the region whose deployment writes its stock. */
export const demoLocations = [
  { key: "rotterdam", name: "Rotterdam", country: "NL", homeRegion: "eu" },
  { key: "columbus", name: "Columbus, Ohio", country: "US", homeRegion: "us" },
  { key: "osaka", name: "Osaka", country: "JP", homeRegion: "jp" },
] as const;

export type LocationKey = (typeof demoLocations)[number]["key"];

/**
 * Opening stock of a variant by location: mostly plenty, one in ten low, one in sixteen sold out,
 * and few of what is sold as a drop.
 */
export function openingStock(sku: string, isDrop: boolean): Record<LocationKey, number> {
  const fate = pick(`fate:${sku}`, 100);
  if (isDrop)
    return {
      rotterdam: 4 + pick(`nl:${sku}`, 9),
      columbus: 2 + pick(`us:${sku}`, 6),
      osaka: pick(`jp:${sku}`, 5),
    };
  if (fate < 6) return { rotterdam: 0, columbus: 0, osaka: 0 };
  if (fate < 16)
    return { rotterdam: 1 + pick(`nl:${sku}`, 3), columbus: 0, osaka: pick(`jp:${sku}`, 2) };
  return {
    rotterdam: 12 + pick(`nl:${sku}`, 50),
    columbus: 6 + pick(`us:${sku}`, 30),
    osaka: pick(`jp:${sku}`, 24),
  };
}
