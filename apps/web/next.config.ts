import type { NextConfig } from "next";

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  reactCompiler: true,
  poweredByHeader: false,
  // An open shop serves its own copy of a build, so that the next build can't pull its files away.
  distDir: process.env["NEXT_DIST_DIR"] ?? ".next",
  transpilePackages: ["@meridian/api"],
  // Types are checked by `tsc` in verify, once for the whole repository.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Pages made at run time stay in memory: files would outlive the tags that invalidate them,
    // and show the shop of another database after a restart.
    isrFlushToDisk: false,
  },
};

export default config;
