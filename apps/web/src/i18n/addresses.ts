/**
 * Language and market in an address: `/de/uk/products/x`. Each may be missing: without a language it is English,
 * without a market it is the visitor's own, and for who has none the language's home.
 */
import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { isRegionId, regionCookie, regionIds } from "#features/region/regions.ts";
import {
  defaultLanguage,
  homeRegion,
  isLanguage,
  languages,
  type Language,
} from "#i18n/languages.ts";

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

/** The one address of a page in a language and a market: what a language's home is called in short, stays short. */
export function fullAddress(language: Language, region: RegionId, path: string): string {
  return joinAddress({
    language,
    region: region === homeRegion[language] ? undefined : region,
    path,
  });
}

/** What answers for itself: Next's files, the API's paths (see proxy.ts), the routes without a market. */
const apart =
  "_next/|trpc|api/|media/|test-provider|docs|internal/|bag$|watches/unsubscribe$|surveys/(?:answers|unsubscribe)$|icon\\.svg|sw\\.js$|robots\\.txt|sitemaps?[./]";
const anyRegion = regionIds.join("|");
const first = `(?:${[...languages, ...regionIds].join("|")})(?:/|$)`;

export const somePage = `/:page((?!${apart}).*)`;

const pageAddress = new RegExp(`^/(?!${apart})`);

/** Whether a page of the shop is asked for, be it there or not. */
export const isPageAddress = (pathname: string) => pageAddress.test(pathname);

const chosen = [{ type: "cookie" as const, key: regionCookie, value: `(?<region>${anyRegion})` }];

/** Of a language's addresses without a market, to the visitor's own. */
function toOwnMarket(language: Language) {
  const prefix = language === defaultLanguage ? "" : `/${language}`;
  const page =
    language === defaultLanguage
      ? `/:page((?!${apart}|${first}).+)`
      : `${prefix}/:page((?!(?:${anyRegion})(?:/|$)).+)`;
  const home = homeRegion[language];
  return [
    { source: page, has: chosen, destination: `/${language}/:region/:page` },
    { source: page, missing: chosen, destination: `/${language}/${home}/:page` },
    { source: prefix || "/", has: chosen, destination: `/${language}/:region` },
    { source: prefix || "/", missing: chosen, destination: `/${language}/${home}` },
  ];
}

/** From addresses to pages, which stand at `/{language}/{market}/...`. No rule touches what another has made. */
export const marketRewrites = [
  ...languages.flatMap(toOwnMarket),
  {
    source: `/:region(${anyRegion})/:page*`,
    destination: `/${defaultLanguage}/:region/:page*`,
  },
];

/** An address that names its market is a choice of it, until another one is made. */
export const marketCookies = regionIds.flatMap((region) =>
  ["", `/:language(${languages.join("|")})`].map((prefix) => ({
    source: `${prefix}/${region}/:page*`,
    headers: [
      {
        key: "Set-Cookie",
        value: `${regionCookie}=${region}; Path=/; Max-Age=31536000; SameSite=Lax`,
      },
    ],
  })),
);
