import type { NextConfig } from "next";
import { env } from "./src/env.ts";
import { defaultRegion, regionCookie, regionIds } from "./src/features/region/regions.ts";

/** Everything but what answers for itself: Next's files, the API's paths (see proxy.ts), the routes without a market. */
const page = "/:page((?!_next/|trpc|api/|media/|test-provider|docs|internal/|bag$|icon\\.svg).+)";
const chosen = {
  type: "cookie" as const,
  key: regionCookie,
  value: `(?<region>${regionIds.join("|")})`,
};

const config: NextConfig = {
  distDir: env.distDirectory,
  cacheComponents: true,
  partialPrefetching: true,
  reactCompiler: true,
  poweredByHeader: false,
  // `/docs/` belongs to the API, which needs its slash; Next would take it off for ever.
  skipTrailingSlashRedirect: true,
  transpilePackages: ["@meridian/api"],
  // Types are checked by `tsc` in verify, once for the whole repository.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Pages made at run time stay in memory: files would outlive the tags that invalidate them,
    // and show the shop of another database after a restart.
    isrFlushToDisk: false,
  },
  /**
   * `/products/x` -> `/eu/products/x`: a page is one static file per market, while its address stays
   * the same for everybody. Here and not in the proxy: Next 16.4 takes a proxy's rewrite for a
   * foreign server when it is started with `--hostname 127.0.0.1`.
   */
  rewrites: async () => ({
    beforeFiles: [
      // Each rule sees what the one before it made: a page's are first, so that `/` is not met twice.
      { source: page, has: [chosen], destination: "/:region/:page" },
      { source: page, missing: [chosen], destination: `/${defaultRegion}/:page` },
      { source: "/", has: [chosen], destination: "/:region" },
      { source: "/", missing: [chosen], destination: `/${defaultRegion}` },
    ],
    afterFiles: [],
    fallback: [],
  }),
  // What stands at an address depends on the market's cookie.
  headers: async () => [{ source: page, headers: [{ key: "Vary", value: "Cookie" }] }],
};

export default config;
