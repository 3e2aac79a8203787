/** Markets with their tax and shipping: read by every price that is shown, changed almost never. */
import {
  regions,
  shippingOptions,
  shippingOptionTranslations,
  taxRates,
} from "@meridian/db/schema.ts";
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { defaultLanguage, type Language } from "../../kernel/language.ts";
import { type Currency, money } from "../../kernel/money.ts";
import type { Region, RegionId } from "../contract.ts";
import { cachedReads } from "./cached-read.ts";

/** Regions in display order; as old as 30 s. */
export async function listRegions(
  ctx: ServiceContext,
  language: Language = defaultLanguage,
): Promise<{ items: Region[] }> {
  return { items: await readRegions(language)(ctx) };
}

/** @throws not_found `catalog.region_not_found` {region} */
export async function getRegion(
  ctx: ServiceContext,
  id: RegionId | string,
  language: Language = defaultLanguage,
): Promise<Region> {
  const region = (await readRegions(language)(ctx)).find((r) => r.id === id);
  if (!region) {
    throw new DomainError("not_found", "catalog.region_not_found", {
      message: `There is no region ${id}.`,
      details: { region: id },
    });
  }
  return region;
}

const readRegions = cachedReads(30_000, async (ctx, language: Language): Promise<Region[]> => {
  const rows = await ctx.db.select().from(regions).orderBy(asc(regions.position));
  const rates = await ctx.db
    .select()
    .from(taxRates)
    .orderBy(asc(taxRates.country), asc(taxRates.subdivision));
  const words = shippingOptionTranslations;
  const shipping = await ctx.db
    .select({
      ...getTableColumns(shippingOptions),
      label: sql<string>`coalesce(${words.label}, ${shippingOptions.label})`,
    })
    .from(shippingOptions)
    .leftJoin(
      words,
      and(
        eq(words.regionId, shippingOptions.regionId),
        eq(words.optionId, shippingOptions.id),
        sql`${words.language} = ${language}`,
      ),
    )
    .orderBy(asc(shippingOptions.position));
  return rows.map((row) => {
    const currency = row.currency as Currency;
    return {
      id: row.id as RegionId,
      name: row.name,
      currency,
      taxInclusive: row.taxInclusive,
      countries: row.countries,
      locale: row.locale,
      taxRates: rates
        .filter((rate) => rate.regionId === row.id)
        .map(({ country, subdivision, basisPoints }) => ({ country, subdivision, basisPoints })),
      shippingOptions: shipping
        .filter((option) => option.regionId === row.id)
        .map((option) => ({
          id: option.id,
          label: option.label,
          price: money(option.priceMinor, currency),
          freeFrom: option.freeFromMinor === null ? null : money(option.freeFromMinor, currency),
          minDays: option.minDays,
          maxDays: option.maxDays,
        })),
    };
  });
});
