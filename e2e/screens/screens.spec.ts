import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test } from "../support/test.ts";
import { testEveryState } from "../tour/tour.ts";
import { fileOf, folder, widths, writeSheet, writeShowpiece } from "./sheet.ts";

/** What is below belongs to the page, too, but a sheet of whole listings would be mostly cards. */
const mostHeight = 2_400;

testEveryState(async (page, state, theme) => {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 812 : 900 });
    await settle(page);
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    const hasDialog = await page.getByRole("dialog").first().isVisible();
    const path = join(folder, fileOf({ state, theme, width }));
    const height = hasDialog ? page.viewportSize()?.height : Math.min(tall, mostHeight);
    await page.screenshot({
      path,
      type: "jpeg",
      quality: 82,
      animations: "disabled",
      caret: "hide",
      fullPage: true,
      clip: { x: 0, y: 0, width, height: height ?? mostHeight },
    });
  }
  if (before) await page.setViewportSize(before);
});

test("the contact sheet", async ({ browser }) => {
  await writeSheet(browser);
  await writeShowpiece(browser);
});

/** Pictures below the fold wait for whoever scrolls; here they come by themselves. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async (end) => {
    scrollTo(0, 0);
    await document.fonts.ready;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // In another width a picture is another file, which is chosen at the next frame.
    await frame();
    await frame();
    const inSight = [...document.images].filter((image) => {
      const { top, width } = image.getBoundingClientRect();
      return width > 0 && top < end;
    });
    for (const image of inSight) image.loading = "eager";
    const isThere = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;
    for (let tries = 0; tries < 600 && !inSight.every(isThere); tries++) await frame();
    await Promise.all(inSight.map((image) => image.decode().catch(() => undefined)));
    await frame();
  }, mostHeight);
}
