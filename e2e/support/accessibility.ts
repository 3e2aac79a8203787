import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Everything that a machine can tell of WCAG 2.2 AA, and a page that fits into 320 px (1.4.10). */
export async function expectAccessible(page: Page): Promise<void> {
  await expectSettled(page);
  const { violations } = await new AxeBuilder({ page }).withTags(wcag22AA).analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 5).map(({ html, failureSummary }) => ({ html, failureSummary })),
    })),
  ).toEqual([]);
  await expectToFit(page, 320);
}

/** Axe reads colours as they are at this moment: not while something fades in. */
async function expectSettled(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          document.getAnimations().filter(({ playState, effect }) => {
            const isEndless = effect?.getComputedTiming().iterations === Infinity;
            return playState === "running" && !isEndless;
          }).length,
      ),
    )
    .toBe(0);
}

/** Nothing is wider than the window. */
export async function expectToFit(page: Page, width: number): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  await expect.poll(() => overflowing(page)).toEqual([]);
  if (before) await page.setViewportSize(before);
}

/** What makes the page wider than the window; nothing when it is not. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    return [
      `${root.scrollWidth} px`,
      ...wide.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 160)),
    ];
  });
}
