/**
 * The storefront's door. It does two things to a request before Next sees it:
 * - what belongs to the API goes to the API, so that browsers stay on one origin;
 * - a page is rewritten to its market (`/products/x` -> `/eu/products/x`), so that every page can be
 *   a static file per market while its address stays the same for everybody.
 * The market is a cookie. `?region=uk` on any address sets it and goes on to the clean address:
 * that is how a link pins a market, and how the switch works without JavaScript.
 */
import { NextResponse, type NextRequest } from "next/server";
import { env } from "#env.ts";
import { defaultRegion, isRegionId, regionCookie } from "#features/region/regions.ts";

const apiPaths = /^\/(trpc|api\/v1|media|test-provider|docs)(\/|$)/;
const ownPaths = /^\/(internal|bag)(\/|$)/;
const oneYearSeconds = 31_536_000;

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (apiPaths.test(pathname)) {
    return NextResponse.rewrite(new URL(pathname + search, env.apiUrl));
  }
  if (ownPaths.test(pathname)) return NextResponse.next();
  const wanted = request.nextUrl.searchParams.get("region");
  if (isRegionId(wanted)) return pinRegion(request, wanted);
  const chosen = request.cookies.get(regionCookie)?.value;
  const url = request.nextUrl.clone();
  url.pathname = `/${isRegionId(chosen) ? chosen : defaultRegion}${pathname === "/" ? "" : pathname}`;
  return NextResponse.rewrite(url);
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
  matcher: ["/((?!_next/|favicon\\.ico|icon\\.svg|robots\\.txt).*)"],
};
