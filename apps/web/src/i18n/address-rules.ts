/** How the page of an address is found. */
import { regionCookie, regionIds } from "#features/region/regions.ts";
import { defaultLanguage, homeRegion, languages, type Language } from "#i18n/languages.ts";

/** What answers for itself: Next's files, the API's paths (see proxy.ts), the routes without a market. */
const apart =
  "_next/|trpc|api/|media/|test-provider|docs|internal/|bag$|watches/unsubscribe$|surveys/unsubscribe$|icon\\.svg|sw\\.js$|robots\\.txt|sitemaps?[./]";
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
