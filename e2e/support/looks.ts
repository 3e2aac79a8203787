import { existsSync } from "node:fs";
import { expect, type Browser, type Page } from "@playwright/test";
import { randomEmail } from "./account.ts";
import { test } from "./test.ts";
import type { Theme } from "../tour/tour.ts";

/** Every width once, and every theme. */
const widths: Record<Theme, readonly number[]> = { light: [375, 1440], dark: [768] };

/** In CSS pixels. A window so high shows nearly all of each page: what is below are more rows of the same. */
const height = 2000;

/** What is alive: how much is left in the cards of a list, how long still, when. And photographs: they are data. */
const hidden = [
  "main img, [role=dialog] img",
  ".said",
  "li article [role=status]",
  "[role=timer], time",
  "header svg",
].join();

/**
 * Holds a page against pictures that somebody looked at, in e2e/looks. A change that is meant is taken with
 * `pnpm e2e all-states --update-snapshots`, and looked at.
 */
export async function expectLooks(page: Page, state: string, theme: Theme): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths[theme]) {
    await page.setViewportSize({ width, height });
    const kept = `${state}, ${width}.png`;
    // Until all that comes later has come: a face, a size. What is about to be kept nobody compares: it is given time.
    if (isToBeKept(kept)) await page.waitForTimeout(1_500);
    await expect(async () => {
      const picture = await lookAt(page, width);
      expect(picture).toMatchSnapshot(kept, { maxDiffPixels: 60 });
    }).toPass({ timeout: 20_000 });
  }
  if (before) await page.setViewportSize(before);
}

function isToBeKept(kept: string): boolean {
  const info = test.info();
  return info.config.updateSnapshots === "all" || !existsSync(info.snapshotPath(kept));
}

/** At a quarter of its size: how another version of the browser draws an edge is not seen, what moved is. */
async function lookAt(page: Page, width: number): Promise<Buffer> {
  await page.evaluate(async (random) => {
    scrollTo(0, 0);
    await document.fonts.ready;
    // Another one each time, and as long as it happens to be.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const words = text.nodeValue?.replace(random, "ana@example.com") ?? "";
      if (words !== text.nodeValue) text.nodeValue = words;
    }
  }, randomEmail);
  const picture = await page.screenshot({
    animations: "disabled",
    caret: "hide",
    style: `${hidden} { visibility: hidden } [readonly] { color: transparent !important }`,
  });
  const browser = page.context().browser() as Browser;
  const paper = await browser.newPage({ deviceScaleFactor: 1 / 4, viewport: { width, height } });
  try {
    await paper.setContent(
      `<style>*{margin:0}</style><img src="data:image/png;base64,${picture.toString("base64")}">`,
    );
    await paper.locator("img").evaluate((image) => (image as HTMLImageElement).decode());
    return await paper.screenshot();
  } finally {
    await paper.close();
  }
}
