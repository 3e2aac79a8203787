/**
 * Language and market in an address: `/de/uk/products/x`. Each may be missing: without a language it is English,
 * without a market it is the visitor's own, and for who has none the language's home.
 */
import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { isRegionId } from "#features/region/regions.ts";
import { defaultLanguage, homeRegion, isLanguage, type Language } from "#i18n/languages.ts";

export type Address = {
  language: Language;
  /** Undefined: the address names none. */
  region?: RegionId | undefined;
  /** The page's own: `/` or `/products/x`. */
  path: string;
};

export function splitAddress(pathname: string): Address {
  const parts = pathname.split("/").slice(1);
  const language = isLanguage(parts[0]) ? parts[0] : undefined;
  if (language) parts.shift();
  const region = isRegionId(parts[0]) ? parts[0] : undefined;
  if (region) parts.shift();
  return { language: language ?? defaultLanguage, region, path: `/${parts.join("/")}` };
}

export function joinAddress({ language, region, path }: Address): string {
  const prefix = [language === defaultLanguage ? "" : `/${language}`, region ? `/${region}` : ""];
  return prefix.join("") + (path === "/" ? "" : path) || "/";
}

/** What a page in this language links to: the market stays the visitor's own. Addresses elsewhere stay as they are. */
export function localPath(language: Language, href: string): string {
  return href.startsWith("/") ? joinAddress({ language, path: href }) : href;
}

/** The one address of a page in a language and a market: what a language's home is called in short, stays short. */
export function fullAddress(language: Language, region: RegionId, path: string): string {
  return joinAddress({
    language,
    region: region === homeRegion[language] ? undefined : region,
    path,
  });
}
