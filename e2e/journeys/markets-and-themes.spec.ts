import type { Page } from "@playwright/test";
import { addToBag, bagLink, openArticle, openDrawer } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test("the market decides currency and tax, and the bag moves along", async ({ page, shelf }) => {
  const article = await shelf.take({ units: 10, region: "jp" });
  await page.goto(`/products/${article.product.handle}?region=eu`);
  await openArticle(page, article);
  await expect(addLabel(page)).toHaveText(/€/);
  await addToBag(page);

  await page.getByRole("button", { name: /prices in EUR$/ }).click();
  const markets = page.getByRole("navigation", { name: "Where to ship to" });
  await markets.getByRole("link", { name: /JPY$/ }).click();
  await expect(page.getByRole("button", { name: /prices in JPY$/ })).toBeVisible();
  await expect(addLabel(page)).toHaveText(/¥[\d,]+$/);

  await expect(bagLink(page, 1)).toBeVisible();
  const bag = await openDrawer(page);
  await expect(bag.getByRole("link", { name: /^Check out/ })).toHaveText(/¥[\d,]+$/);
  await expect(bag).toContainText("Shipping to Japan");
  await expect(bag).not.toContainText("€");
});

test("the theme follows the system until one is chosen, and the choice stays", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  const dark = await paper(page);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await paper(page);
  expect(light).not.toBe(dark);

  const theme = page.getByRole("group", { name: "Theme" });
  await expect(theme.getByRole("radio", { name: "As the system" })).toBeChecked();
  await theme.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect.poll(() => paper(page)).toBe(dark);
  await page.reload();
  expect(await paper(page)).toBe(dark);
  await expect(theme.getByRole("radio", { name: "Dark" })).toBeChecked();

  // From its first paint, before any file of script is there.
  await page.route(/\/_next\/static\/.*\.js/, (route) => route.abort());
  for (const address of ["/no/such/page", "/products/none"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Nothing stands here" })).toBeVisible();
    expect(await paper(page)).toBe(dark);
  }
});

function addLabel(page: Page) {
  return page.getByRole("button", { name: /^Add to bag/ });
}

/** The ground that everything stands on. */
function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
