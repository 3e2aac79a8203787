import { defineConfig } from "@playwright/test";
import { env } from "./support/env.ts";

/**
 * One after the other: some journeys kill the API under everybody's feet, and two browsers at once
 * would only take the processors from the shop that they look at.
 * No retries: a journey that passes at the second try has found something.
 */
export default defineConfig({
  testDir: "journeys",
  outputDir: "../test-results/journeys",
  snapshotPathTemplate: "looks/{arg}{ext}",
  workers: 1,
  retries: 0,
  forbidOnly: env.isCi,
  // Upper bounds for a busy machine. Nothing waits for them: what is expected is taken when it is there.
  timeout: 300_000,
  expect: { timeout: 40_000 },
  reporter: "list",
  use: {
    baseURL: env.webUrl,
    browserName: "chromium",
    locale: "en-IE",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 900 },
    actionTimeout: 40_000,
    navigationTimeout: 90_000,
    // What moves for ever is drawn for ever, without a graphics card: half of the processors' time.
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: env.chromium,
      // Containers run as root, where Chromium's sandbox can't start; no calls home while it measures.
      args: [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
