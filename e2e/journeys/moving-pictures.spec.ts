import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

declare global {
  interface Window {
    /** Of each transition what was animated, by its pseudo-element. */
    moved: string[][];
    shifted: number;
  }
}

/** Notes what the browser moves from page to page, and what jumps without having been touched. */
async function watchMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.moved = [];
    window.shifted = 0;
    const own = Document.prototype.startViewTransition;
    Document.prototype.startViewTransition = function (this: Document, ...work) {
      const transition = own.apply(this, work);
      const note = () => {
        const effects = document.getAnimations().map(({ effect }) => effect as KeyframeEffect);
        window.moved.push(effects.map(({ pseudoElement }) => pseudoElement ?? ""));
      };
      transition.ready.then(note, () => window.moved.push([]));
      return transition;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as LayoutShift;
        if (!hadRecentInput) window.shifted += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}
type LayoutShift = { value: number; hadRecentInput: boolean };

const movedPictures = (page: Page) =>
  page.evaluate(() => window.moved.flat().filter((name) => name.includes("(picture-prod_")).length);

async function openFromList(page: Page): Promise<void> {
  await page.goto("/search?sort=title");
  const link = page.getByRole("main").getByRole("article").nth(6).getByRole("link");
  const ahead = page.waitForResponse(
    (response) => response.url().includes("/products/") && response.url().includes("_rsc="),
  );
  await link.hover();
  await (await ahead).finished();
  await link.click();
  await expect(page.getByRole("region", { name: "Pictures" })).toBeVisible();
}

test("a product's picture travels from its card; nothing jumps, and Back finds the list as it was", async ({
  browser,
}) => {
  const page = await browser.newPage({ reducedMotion: "no-preference" });
  await watchMoves(page);
  await openFromList(page);
  await expect.poll(() => movedPictures(page)).toBeGreaterThan(0);
  await page.goBack();
  const card = page.getByRole("main").getByRole("article").nth(6);
  await expect(card.getByRole("link")).toBeFocused();
  await expect(card).toBeInViewport();
  expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.05);
  await page.close();
});

test("who asks for less motion gets none", async ({ page }) => {
  await watchMoves(page);
  await openFromList(page);
  expect(await movedPictures(page)).toBe(0);
});
