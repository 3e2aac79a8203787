/** Which addresses are the same page in another language or market, for search engines (RFC 5646 tags, Google's hreflang). */
import type { RegionId } from "@meridian/api/catalog/contract.ts";
import type { Metadata } from "next";
import { servedCountries } from "#features/address/address-format.ts";
import { isRegionId, regionIds } from "#features/region/regions.ts";
import { fullAddress } from "#i18n/addresses.ts";
import {
  defaultLanguage,
  homeRegion,
  isLanguage,
  languages,
  type Language,
} from "#i18n/languages.ts";

const ownCountry: Partial<Record<RegionId, string>> = { uk: "GB", us: "US", jp: "JP" };
const others = new Set(Object.values(ownCountry));

function countriesOf(region: RegionId): readonly string[] {
  const own = ownCountry[region];
  return own ? [own] : servedCountries.filter((country) => !others.has(country));
}

/** A language at home is called by itself: it is also for those whom no other tag fits. */
function tagsOf(language: Language, region: RegionId): readonly string[] {
  return region === homeRegion[language]
    ? [language]
    : countriesOf(region).map((country) => `${language}-${country}`);
}

/** Tags and addresses of one page. @param markets where there is this page */
export function alternatesOf(
  path: string,
  markets: readonly RegionId[] = regionIds,
): Record<string, string> {
  const pairs = languages.flatMap((language) =>
    markets.flatMap((region) =>
      tagsOf(language, region).map((tag) => [tag, fullAddress(language, region, path)] as const),
    ),
  );
  const home = homeRegion[defaultLanguage];
  const elsewhere = markets.includes(home) ? home : (markets[0] ?? home);
  return {
    ...Object.fromEntries(pairs),
    "x-default": fullAddress(defaultLanguage, elsewhere, path),
  };
}

/** For the head of a page. @param params the page's own; of a placeholder there is none */
export function alternates(
  { locale, region }: { locale: string; region: string },
  path: string,
  markets?: readonly RegionId[],
): Metadata["alternates"] {
  if (!isLanguage(locale) || !isRegionId(region)) return undefined;
  return {
    canonical: fullAddress(locale, region, path),
    languages: alternatesOf(path, markets),
    types: { "application/rss+xml": fullAddress(locale, region, "/new.xml") },
  };
}
