import type { Page } from "@playwright/test";
import { expectApiReady, stackControl } from "../support/stack-control.ts";
import { expectLive, liveLine, openArticle } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

declare global {
  interface Window {
    /** What the line under the header was told to do, one entry each time. */
    breaths: (number | undefined)[];
  }
}

async function watchBreaths(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.breaths = [];
    const own = Element.prototype.animate;
    Element.prototype.animate = function (this: Element, keyframes, options) {
      const { iterations } = typeof options === "object" ? options : {};
      if (this.hasAttribute("data-live")) window.breaths.push(iterations);
      return own.call(this, keyframes, options);
    };
  });
}

const breaths = (page: Page) => page.evaluate(() => window.breaths.length);

test.afterEach(expectApiReady);

test("the line breathes when the stream does, in every tab, and lies still in between", async ({
  browser,
  shelf,
}) => {
  const article = await shelf.take({ units: 9 });
  const context = await browser.newContext({ reducedMotion: "no-preference" });
  const [first, second] = [await context.newPage(), await context.newPage()];
  for (const page of [first, second]) {
    await watchBreaths(page);
    await openArticle(page, article);
    await expectLive(page);
  }
  await first.bringToFront();
  const before = await breaths(first);
  await expect.poll(() => breaths(first)).toBeGreaterThan(before + 1);
  await second.bringToFront();
  const heard = await breaths(second);
  await expect.poll(() => breaths(second)).toBeGreaterThan(heard);
  expect(await second.evaluate(() => window.breaths)).not.toContain(Infinity);
  await expect
    .poll(() => liveLine(second, "live").evaluate((line) => line.getAnimations().length))
    .toBe(0);

  await stackControl.takeDown("api");
  try {
    await expect(liveLine(second, "reconnecting")).toHaveCSS("border-top-style", "dashed");
  } finally {
    await stackControl.bringUp("api");
  }
  await context.close();
});

test("who asks for less motion sees a line that lies still", async ({ page, shelf }) => {
  await watchBreaths(page);
  const heartbeat = page.waitForEvent("console", { predicate: (said) => said.text() === "beat" });
  await page.addInitScript(() => {
    new BroadcastChannel("meridian.live").addEventListener("message", ({ data }) => {
      // oxlint-disable-next-line no-console -- what the journey waits for
      if ((data as { type: string }).type === "heartbeat") console.log("beat");
    });
  });
  await openArticle(page, await shelf.take({ units: 9 }));
  await heartbeat;
  expect(await breaths(page)).toBe(0);
});
