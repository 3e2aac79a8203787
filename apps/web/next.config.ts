import createNextIntlPlugin from "next-intl/plugin";
import type { NextConfig } from "next";
import { hintAtFramework } from "./compile-hints.ts";
import { env } from "./src/env.ts";
import { marketCookies, marketRewrites, somePage } from "./src/i18n/address-rules.ts";

/** The style sheet stands in the page: asked for by itself, it would cost a phone half a second before it shows anything. */
const inlined = [true, false].map((isForBrowser) => ({
  condition: isForBrowser ? ("browser" as const) : { not: "browser" as const },
  loaders: [{ loader: "./inlined-css.ts", options: { isForBrowser } }],
  type: "text" as const,
}));

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
  compiler: { runAfterProductionCompile: hintAtFramework },
  turbopack: { rules: { "**/design/base.css": inlined } },
  experimental: {
    // Says nothing of side effects itself: without this its web sockets come along.
    optimizePackageImports: ["@trpc/client"],
    // Pages made at run time stay in memory: files would outlive the tags that invalidate them,
    // and show the shop of another database after a restart.
    isrFlushToDisk: false,
  },
  /**
   * `/products/x` -> `/en/eu/products/x`: a page is one static file per language and market, while its address stays
   * short. Here and not in the proxy: Next 16.4 takes a proxy's rewrite for a foreign server when it is started
   * with `--hostname 127.0.0.1`.
   */
  rewrites: async () => ({ beforeFiles: marketRewrites, afterFiles: [], fallback: [] }),
  headers: async () => [
    // What stands at an address depends on the market's cookie.
    { source: somePage, headers: [{ key: "Vary", value: "Cookie" }] },
    ...marketCookies,
  ],
};

const withMessages = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  experimental: {
    // Parsed when the storefront is built: no parser of messages reaches the browser.
    messages: { path: "./messages", format: "json", locales: "infer", precompile: true },
  },
});

export default withMessages(config);
