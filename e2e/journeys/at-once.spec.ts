import type { Page } from "@playwright/test";
import { addButton, addToBag, bagLink, openArticle, openDrawer } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

declare global {
  interface Window {
    answer: Promise<Answer>;
  }
}
/** What is seen at the moment at which the header's number of objects is another one. */
type Answer = { ms: number; count: string; drawer: string };

test("on a slow phone the bag answers within 100 ms, all of it together, before the shop has", async ({
  page,
  shelf,
}) => {
  const article = await shelf.take({ units: 30 });
  const { title } = article.product;
  await openArticle(page, article);
  await addToBag(page);
  await page.setViewportSize({ width: 375, height: 812 });
  await expect(bagLink(page, 1)).toBeVisible();
  await page.route(/cart\.applyOperations/, () => new Promise(() => undefined));
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });

  await watchAnswer(page);
  await addButton(page).first().click();
  const added = await page.evaluate(() => window.answer);
  expect(added.count).toContain("2");
  expect(added.ms).toBeLessThan(100);

  const bag = await openDrawer(page);
  await expect(bag.getByRole("link", { name: /^Check out/ })).toBeVisible();
  await watchAnswer(page);
  await bag.getByRole("button", { name: `One more: ${title}` }).click();
  const changed = await page.evaluate(() => window.answer);
  expect(changed.ms).toBeLessThan(100);
  const sum = ((3 * article.variant.price.amountMinor) / 100).toFixed(2);
  // The line's and the sum of all.
  expect(changed.drawer.replaceAll(",", "").split(sum).length - 1).toBeGreaterThanOrEqual(2);
});

/** From the next press on; `window.answer` has it then. */
async function watchAnswer(page: Page): Promise<void> {
  await page.evaluate(() => {
    let pressedAt = 0;
    const note = () => (pressedAt = performance.now());
    addEventListener("pointerdown", note, { capture: true, once: true });
    const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? "";
    const count = () => textOf("header a[href$='/cart']");
    const before = count();
    window.answer = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        if (count() === before) return;
        observer.disconnect();
        const ms = performance.now() - pressedAt;
        resolve({ ms, count: count(), drawer: textOf("[role=dialog]") });
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  });
}
