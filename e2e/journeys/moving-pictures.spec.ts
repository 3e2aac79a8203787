import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

declare global {
  interface Window {
    /** Each picture that moved: its product, where from and where to, in pixels of the window. */
    moved: { product: string; fromX: number; fromWidth: number; toWidth: number }[];
    shifted: number;
  }
}

/** Notes which pictures move from page to page, and what jumps without having been touched. */
async function watchMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.moved = [];
    window.shifted = 0;
    const own = Element.prototype.animate;
    Element.prototype.animate = function (this: Element, ...how) {
      const product = this.getAttribute("data-picture-of");
      const to = this.getBoundingClientRect();
      const animation = own.apply(this, how);
      animation.pause();
      // Where it begins, however late this is asked on a busy machine.
      animation.currentTime = 0;
      const from = this.getBoundingClientRect();
      animation.play();
      if (product !== null)
        window.moved.push({ product, fromX: from.x, fromWidth: from.width, toWidth: to.width });
      return animation;
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

const moved = (page: Page) => page.evaluate(() => window.moved);
const card = (page: Page) => page.getByRole("main").getByRole("article").nth(6);
const cardPicture = (page: Page) => card(page).locator("[data-picture-of]");

/** @returns where the card's picture was */
async function openFromList(page: Page) {
  await page.goto("/search?sort=title");
  const link = card(page).getByRole("link");
  const ahead = page.waitForResponse(
    (response) => response.url().includes("/products/") && response.url().includes("_rsc="),
  );
  await link.hover();
  await (await ahead).finished();
  const place = await cardPicture(page).boundingBox();
  const product = await cardPicture(page).getAttribute("data-picture-of");
  await link.click();
  await expect(page.getByRole("region", { name: "Pictures" })).toBeVisible();
  return { product, x: place?.x ?? Number.NaN, width: place?.width ?? Number.NaN };
}

/** What moves pictures comes with the first sign of somebody: a press right after that may be without. */
async function openMoving(page: Page) {
  let opened = await openFromList(page);
  await expect(async () => {
    if ((await moved(page)).length === 0) opened = await openFromList(page);
    await expect.poll(() => moved(page), { timeout: 1_000 }).toHaveLength(1);
  }).toPass();
  return opened;
}

test("a product's picture travels from its card and back; nothing jumps, and the list is as it was", async ({
  browser,
}) => {
  const page = await browser.newPage({ reducedMotion: "no-preference" });
  await watchMoves(page);
  const { product, x, width } = await openMoving(page);
  const [there] = await moved(page);
  expect(there?.product).toBe(product);
  expect(there?.fromX).toBeCloseTo(x, 0);
  expect(there?.fromWidth).toBeCloseTo(width, 0);
  await page.goBack();
  await expect(card(page).getByRole("link")).toBeFocused();
  await expect(card(page)).toBeInViewport();
  await expect.poll(() => moved(page)).toHaveLength(2);
  const [, back] = await moved(page);
  expect(back?.product).toBe(product);
  expect(back?.fromWidth).toBeCloseTo(there?.toWidth ?? Number.NaN, 0);
  expect(back?.toWidth).toBeCloseTo(width, 0);
  expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.05);
  await page.close();
});

test("who asks for less motion gets none", async ({ page }) => {
  await watchMoves(page);
  await openFromList(page);
  await page.goBack();
  await expect(card(page)).toBeVisible();
  expect(await moved(page)).toEqual([]);
});

test("Back gives the focus to the very link that was pressed, wherever it was before", async ({
  page,
}) => {
  const link = card(page).getByRole("link");
  // What watches presses comes with the first sign of somebody, too.
  await expect(async () => {
    await page.goto("/search?sort=title");
    await link.evaluate((element) =>
      document.querySelector("main")?.prepend(element.cloneNode(true)),
    );
    await link.hover();
    await link.click();
    await expect(page.getByRole("region", { name: "Pictures" })).toBeVisible();
    await page.getByRole("main").getByRole("button").first().focus();
    await page.goBack();
    await expect(link).toBeFocused({ timeout: 1_000 });
  }).toPass();
});

test("who left by the header, or opened a link elsewhere, finds the focus where it was", async ({
  page,
  context,
}) => {
  await page.goto("/search?sort=title");
  const opened = context.waitForEvent("page");
  await card(page)
    .getByRole("link")
    .click({ modifiers: ["ControlOrMeta"] });
  await (await opened).close();
  await page.getByRole("banner").getByRole("link", { name: "Meridian" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goBack();
  await expect(card(page)).toBeVisible();
  // It is looked for in the first frames.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await expect(card(page).getByRole("link")).not.toBeFocused();
});

test("another place on the same page moves no picture", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await watchMoves(page);
  await openMoving(page);
  await page.evaluate(() => (location.hash = "somewhere"));
  await page.goBack();
  await expect(page).not.toHaveURL(/#/);
  // Left by a script: nothing of what was seen before may move.
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>("header a[href]")?.click());
  await expect(page.getByRole("region", { name: "Pictures" })).toBeHidden();
  expect(await moved(page)).toHaveLength(1);
});
