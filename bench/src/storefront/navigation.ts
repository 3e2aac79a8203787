import type { Browser } from "@playwright/test";

/** In the page: the frame in which another heading is seen has been painted before the next one begins. */
const timeNextClick = `
  var taken;
  const heading = () => document.querySelector("main h1")?.textContent;
  const before = heading();
  addEventListener("click", ({ timeStamp }) => {
    const look = () => {
      if (heading() === undefined || heading() === before) requestAnimationFrame(look);
      else requestAnimationFrame((now) => { taken = now - timeStamp; });
    };
    requestAnimationFrame(look);
  }, { capture: true, once: true })`;

/** In the page. The live stream never ends, so that a page with it is never idle: what was asked for ahead is looked for. */
const isFetchedAhead = (path: string) =>
  performance.getEntriesByType("resource").some((entry) => {
    const { pathname, searchParams } = new URL(entry.name);
    return pathname === path && searchParams.has("_rsc") && entry.duration > 0;
  });

/**
 * Milliseconds from a click on a product's card, which the pointer has been over, to the frame after the product's
 * heading is in the page; once for each of the first `times` products of a listing.
 */
export async function clickToContent(
  browser: Browser,
  listingUrl: string,
  times: number,
): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const taken: number[] = [];
  try {
    for (let card = 0; card < times; card++) {
      await page.goto(listingUrl);
      const link = page.locator("main a[href*='/products/']").nth(card);
      await link.scrollIntoViewIfNeeded();
      await link.hover();
      const path = (await link.getAttribute("href")) ?? "";
      await page.waitForFunction(isFetchedAhead, path);
      await page.evaluate(timeNextClick);
      await link.click();
      await page.waitForFunction("taken !== undefined");
      taken.push(Number(await page.evaluate("taken")));
    }
  } finally {
    await page.close();
  }
  return taken;
}
