/**
 * Sends on what is not a page. Pages do not come through here (see `rewrites` in next.config.ts).
 * - What belongs to the API goes to the API, so that browsers stay on one origin. Here and not in
 *   the configuration, which is fixed when the storefront is built: API_URL is known when it starts.
 *   While nobody is there, it is answered here: Next 16.4 says "500 Internal Server Error", and can't be told otherwise.
 * - `?region=uk` on any address sets the market's cookie and goes on to the clean address: that is
 *   how a link pins a market, and how the switch works without JavaScript.
 * - Lists are told their own query: Next 16.4.6 answers a rewritten page's navigation with the query
 *   of the rewrite's destination, which has none, so that a press on a filter would change the address
 *   and not the list. Delete `nameQuery` when resolve-routes.js names the query that it passes on.
 */
import { NextResponse, type NextRequest } from "next/server";
import { createReachability } from "#api/reachability.ts";
import { unreachable } from "#api/unreachable.ts";
import { env } from "#env.ts";
import { isRegionId, regionCookie } from "#features/region/regions.ts";

const apiPaths = /^\/(trpc|api\/v1|media|test-provider|docs)(\/|$)/;
const oneYearSeconds = 31_536_000;

const isReachable = createReachability();

export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search, searchParams } = request.nextUrl;
  if (apiPaths.test(pathname)) {
    if (!(await isReachable(env.apiUrl))) return unreachable(pathname);
    return NextResponse.rewrite(new URL(pathname + search, env.apiUrl));
  }
  const wanted = searchParams.get("region");
  return isRegionId(wanted) ? pinRegion(request, wanted) : nameQuery(search);
}

function nameQuery(search: string): NextResponse {
  const response = NextResponse.next();
  if (search !== "") response.headers.set("x-nextjs-rewritten-query", search.slice(1));
  return response;
}

function pinRegion(request: NextRequest, region: string): NextResponse {
  const url = request.nextUrl.clone();
  url.searchParams.delete("region");
  const response = NextResponse.redirect(url, 303);
  response.cookies.set(regionCookie, region, {
    path: "/",
    maxAge: oneYearSeconds,
    sameSite: "lax",
  });
  return response;
}

export const config = {
  matcher: [
    "/trpc/:path*",
    "/api/v1/:path*",
    "/media/:path*",
    "/test-provider/:path*",
    "/docs/:path*",
    "/categories/:path*",
    "/collections/:path*",
    "/search",
    { source: "/:path*", has: [{ type: "query", key: "region" }] },
  ],
};
