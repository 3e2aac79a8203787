import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test } from "../support/test.ts";
import { testEveryState } from "../tour/tour.ts";
import { fileOf, folder, widths, writeSheet } from "./sheet.ts";

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
});

/** Pictures below the fold are loaded by whoever scrolls: here by going there and back. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const end = Math.min(document.documentElement.scrollHeight, 2_400);
    for (let y = 0; y < end; y += 400) {
      scrollTo(0, y);
      await frame();
    }
    scrollTo(0, 0);
    await frame();
    await document.fonts.ready;
    const inSight = [...document.images].filter((image) => image.getBoundingClientRect().top < end);
    await Promise.all(inSight.map((image) => image.decode().catch(() => undefined)));
  });
}
