import { expect, type Browser, type Page } from "@playwright/test";
import { randomEmail } from "./account.ts";
import type { Theme } from "../tour/tour.ts";

/** Every width once, and every theme. */
const widths: Record<Theme, readonly number[]> = { light: [375, 1440], dark: [768] };

/**
 * Holds what is seen without scrolling against pictures that somebody looked at, in e2e/looks. A change that is meant
 * is taken with `pnpm e2e all-states --update-snapshots`, and looked at.
 */
export async function expectLooks(page: Page, state: string, theme: Theme): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths[theme]) {
    await page.setViewportSize({ width, height: width < 700 ? 812 : 900 });
    // Until all that comes later has come: a face, a size.
    await expect(async () => {
      const picture = await thumbnail(page, await lookAt(page));
      expect(picture).toMatchSnapshot(`${state}, ${width}.png`, { maxDiffPixelRatio: 0.005 });
    }).toPass({ timeout: 20_000 });
  }
  if (before) await page.setViewportSize(before);
}

/** With what is alive in it covered (stock, stream, times), and without photographs. */
async function lookAt(page: Page): Promise<Buffer> {
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
  return page.screenshot({
    animations: "disabled",
    caret: "hide",
    style: "main img, [role=dialog] img, .said { visibility: hidden }",
    mask: [
      page.locator("[role=status]:not(.said), [role=timer], time"),
      page.locator("header svg"),
    ],
    maskColor: "#808080",
  });
}

/** A quarter of the size: what another version of the browser draws a little otherwise is not seen, what moved is. */
async function thumbnail(page: Page, picture: Buffer): Promise<Buffer> {
  const browser = page.context().browser() as Browser;
  const paper = await browser.newPage({
    deviceScaleFactor: 1 / 4,
    viewport: { width: 1500, height: 950 },
  });
  try {
    await paper.setContent(
      `<style>*{margin:0}</style><img src="data:image/png;base64,${picture.toString("base64")}">`,
    );
    const image = paper.locator("img");
    await image.evaluate((element) => (element as HTMLImageElement).decode());
    return await image.screenshot();
  } finally {
    await paper.close();
  }
}
