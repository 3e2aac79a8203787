import { findOrInstallChromium } from "@meridian/tooling/testing/chromium.ts";
import { type CDPSession, chromium } from "@playwright/test";

/** A page of a real Chromium, with its DevTools. */
export type ChromiumPage = {
  devTools: CDPSession;
  /** What an expression comes to in the page; awaited there. @throws what it throws */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
};

export async function openChromium(url: string): Promise<ChromiumPage> {
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(() => {}),
    // Containers run as root, where Chromium's sandbox can't start; no calls home while it is tested.
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });
  // The API's own pages may fetch nothing; what a test does there is not theirs.
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(url);
  return {
    devTools: await page.context().newCDPSession(page),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}
