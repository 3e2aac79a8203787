import type postgres from "postgres";
import { newId } from "../../catalog/new-id.ts";
import type { RegionalPrices } from "../../catalog/product.ts";
import { convert, type CurrencyCode, isCurrency, type Rate } from "./currency.ts";
import { UnreadableFileError } from "./refusal.ts";

/** Where imported products are sold and stored. */
export type Market = {
  currency: CurrencyCode;
  /** Regions that get a price; a rate where the file's currency is not theirs. */
  regions: { id: string; currency: CurrencyCode; rate: Rate | null }[];
  /** Regions that get no price, and so do not show the products. */
  unsoldRegions: string[];
  locationId: string;
  /** Set when the shop has no location yet, and the import makes one. */
  newLocation: { country: string; homeRegion: string } | null;
};

export type MarketOptions = {
  currency: CurrencyCode;
  rates: ReadonlyMap<CurrencyCode, Rate>;
  /** Id of a location; the first one when not given. */
  location?: string | undefined;
  isDryRun: boolean;
};

/** @throws UnreadableFileError when no region could sell what is imported, or the location does not exist */
export async function openMarket(sql: postgres.Sql, options: MarketOptions): Promise<Market> {
  const { currency, rates } = options;
  const rows = await sql<{ id: string; currency: string; country: string }[]>`
    select id, currency, countries ->> 0 as country from region order by position`;
  const regions = rows.flatMap((row) => {
    if (!isCurrency(row.currency)) return [];
    const rate = row.currency === currency ? null : rates.get(row.currency);
    return rate === undefined ? [] : [{ id: row.id, currency: row.currency, rate }];
  });
  if (regions.length === 0) {
    throw new UnreadableFileError(
      `No region sells in ${currency}. Say with --currency what the file's prices are in, and with --convert what one of it is worth elsewhere.`,
    );
  }
  const unsoldRegions = rows.map(({ id }) => id).filter((id) => !regions.some((r) => r.id === id));
  const home = rows.find((row) => row.currency === currency) ?? rows[0];
  return { currency, regions, unsoldRegions, ...(await findLocation(sql, options, home)) };
}

type Location = Pick<Market, "locationId" | "newLocation">;

async function findLocation(
  sql: postgres.Sql,
  { location, isDryRun }: MarketOptions,
  home: { id: string; country: string } | undefined,
): Promise<Location> {
  const known = await sql<{ id: string; name: string }[]>`
    select id, name from location order by position, id`;
  if (location !== undefined) {
    if (known.some(({ id }) => id === location)) return { locationId: location, newLocation: null };
    const names = known.map(({ id, name }) => `${id} (${name})`).join(", ");
    throw new UnreadableFileError(
      `There is no location ${location}. There is: ${names || "none yet"}.`,
    );
  }
  const [first] = known;
  if (first) return { locationId: first.id, newLocation: null };
  const newLocation = { country: home?.country ?? "US", homeRegion: home?.id ?? "us" };
  const made = { locationId: newId("loc"), newLocation };
  if (!isDryRun) await addLocation(sql, made);
  return made;
}

/** A shop without a location gets its first one. */
export async function addLocation(
  sql: postgres.Sql | postgres.TransactionSql,
  { locationId, newLocation }: Location,
): Promise<void> {
  if (!newLocation) return;
  await sql`insert into location (id, name, country, home_region)
    values (${locationId}, 'Main warehouse', ${newLocation.country}, ${newLocation.homeRegion})`;
}

/** Region -> price and price before, in the region's minor units. */
export function pricesIn(
  market: Market,
  { priceMinor, compareAtMinor }: { priceMinor: number; compareAtMinor: number | null },
): RegionalPrices {
  return Object.fromEntries(
    market.regions.map(({ id, currency, rate }) => {
      const inRegion = (minor: number) =>
        rate === null ? minor : convert(minor, market.currency, currency, rate);
      return [
        id,
        [inRegion(priceMinor), compareAtMinor === null ? null : inRegion(compareAtMinor)],
      ];
    }),
  );
}
