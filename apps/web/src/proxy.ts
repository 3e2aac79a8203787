/**
 * Sends on what is not a page. Pages do not come through here (see `rewrites` in next.config.ts).
 * - What belongs to the API goes to the API, so that browsers stay on one origin. Here and not in
 *   the configuration, which is fixed when the storefront is built: API_URL is known when it starts.
 *   While nobody is there, it is answered here: Next 16.4 says "500 Internal Server Error", and can't be told otherwise.
 * - `?region=uk` and `?language=de` on any address set their cookie and go on to the clean address: that is
 *   how a link pins a market, and how the switches work without JavaScript.
 * - Who arrives at `/` is taken to their language and market: those chosen before, else the browser's.
 * - Lists are told their own query: Next 16.4.6 answers a rewritten page's navigation with the query
 *   of the rewrite's destination, which has none, so that a press on a filter would change the address
 *   and not the list. Delete `nameQuery` when resolve-routes.js names the query that it passes on.
 */
import { NextResponse, type NextRequest } from "next/server";
import { createReachability } from "#api/reachability.ts";
import { unreachable } from "#api/unreachable.ts";
import { env } from "#env.ts";
import { isRegionId, regionCookie } from "#features/region/regions.ts";
import { readAcceptLanguage } from "#i18n/accept-language.ts";
import { joinAddress, splitAddress } from "#i18n/addresses.ts";
import { homeRegion, isLanguage, languageCookie } from "#i18n/languages.ts";

const apiPaths = /^\/(trpc|api\/v1|media|test-provider|docs)(\/|$)/;
const oneYearSeconds = 31_536_000;

const isReachable = createReachability();

export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search, searchParams } = request.nextUrl;
  if (apiPaths.test(pathname)) {
    if (!(await isReachable(env.apiUrl))) return unreachable(pathname);
    return NextResponse.rewrite(new URL(pathname + search, env.apiUrl));
  }
  if (isRegionId(searchParams.get("region")) || isLanguage(searchParams.get("language")))
    return choose(request);
  return pathname === "/" && isArrival(request) ? welcome(request) : nameQuery(search);
}

function nameQuery(search: string): NextResponse {
  const response = NextResponse.next();
  if (search !== "") response.headers.set("x-nextjs-rewritten-query", search.slice(1));
  return response;
}

function choose(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone();
  const region = url.searchParams.get("region");
  const language = url.searchParams.get("language");
  url.searchParams.delete("region");
  url.searchParams.delete("language");
  const here = splitAddress(url.pathname);
  const next = {
    ...here,
    ...(isLanguage(language) && { language }),
    // The cookie tells of it from now on.
    ...(isRegionId(region) && { region: undefined }),
  };
  url.pathname = joinAddress(next);
  const response = NextResponse.redirect(url, 303);
  const remember = (name: string, value: string) =>
    response.cookies.set(name, value, { path: "/", maxAge: oneYearSeconds, sameSite: "lax" });
  if (isLanguage(language)) remember(languageCookie, language);
  if (isRegionId(region)) remember(regionCookie, region);
  // Another language is no other market, though its home may be elsewhere.
  else if (!here.region && !request.cookies.has(regionCookie))
    remember(regionCookie, homeRegion[here.language]);
  return response;
}

/** From elsewhere, or typed: who goes home from a page of the shop stays in its language. */
function isArrival({ headers }: NextRequest): boolean {
  return headers.get("sec-fetch-site") !== "same-origin";
}

function welcome(request: NextRequest): NextResponse {
  const browser = readAcceptLanguage(request.headers.get("accept-language"));
  const chosen = request.cookies.get(languageCookie)?.value;
  const language = isLanguage(chosen) ? chosen : browser.language;
  const hasMarket = isRegionId(request.cookies.get(regionCookie)?.value);
  const isElsewhere = browser.region !== undefined && browser.region !== homeRegion[language];
  const region = isElsewhere && !hasMarket ? browser.region : undefined;
  const url = request.nextUrl.clone();
  url.pathname = joinAddress({ language, region, path: "/" });
  const response = url.pathname === "/" ? NextResponse.next() : NextResponse.redirect(url, 307);
  response.headers.append("Vary", "Accept-Language");
  return response;
}

export const config = {
  matcher: [
    "/",
    "/trpc/:path*",
    "/api/v1/:path*",
    "/media/:path*",
    "/test-provider/:path*",
    "/docs/:path*",
    "/categories/:path*",
    "/collections/:path*",
    "/search",
    "/compare",
    "/:first/categories/:path*",
    "/:first/collections/:path*",
    "/:first/search",
    "/:first/compare",
    "/:first/:second/categories/:path*",
    "/:first/:second/collections/:path*",
    "/:first/:second/search",
    "/:first/:second/compare",
    { source: "/:path*", has: [{ type: "query", key: "region" }] },
    { source: "/:path*", has: [{ type: "query", key: "language" }] },
  ],
};
