import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config.ts";

/** `pnpm screens`: pictures of what the journeys walk through. */
export default defineConfig({
  ...journeys,
  testDir: "screens",
  outputDir: "../test-results/screens-run",
  timeout: 900_000,
});
