import { expect, type Page } from "@playwright/test";
import { makeAccount } from "../support/account.ts";
import { addButton, expectLive, openArticle, stockBadge } from "../support/storefront.ts";
import { test } from "../support/test.ts";

test.use({ serviceWorkers: "block" });

/** Answers what one part of a page asks for with a failure. Returns how to make it well again. */
async function breakPart(page: Page, address: RegExp): Promise<() => Promise<void>> {
  await page.route(address, (route) => route.fulfill({ status: 500, body: "" }));
  return () => page.unroute(address);
}

test("the stream tells the stock that can't be read; without both the page says so and sells on", async ({
  page,
  shelf,
}) => {
  const { product, variant } = await shelf.take({ units: 2 });
  const address = `/products/${product.handle}?variant=${variant.id}`;
  const mendStock = await breakPart(page, /\/trpc\/[^?]*inventory\.list/);
  await page.goto(address);
  await expect(stockBadge(page)).toHaveText("Only 2 left");

  const mendStream = await breakPart(page, /\/api\/v1\/live/);
  await page.goto(address);
  const main = page.getByRole("main");
  await expect(main.getByText("Stock could not be read.")).toBeVisible();
  await expect(main.getByRole("heading", { level: 1 })).toHaveText(product.title);
  await expect(addButton(page)).toBeEnabled();
  await mendStock();
  const told = page.waitForResponse((answer) => answer.url().includes("inventory.list"));
  await main.getByRole("button", { name: "Try again" }).first().click();
  expect((await told).ok()).toBe(true);
  await mendStream();
  await expect(stockBadge(page)).toHaveText("Only 2 left");
});

test("half of an order's link leads to no order, and leaves the other tabs live", async ({
  page,
  context,
  shelf,
  integrator,
}) => {
  const article = await shelf.take({ units: 3 });
  await openArticle(page, article);
  await expectLive(page);
  const other = await context.newPage();
  for (const [left, half] of ["ord_1", "ord_01jd3v8xq2m4n6p8r0s2t4v6w8"].entries()) {
    await other.goto(`/orders/${half}`);
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(
      "There is no order at this address",
    );
    await integrator.setAvailable(article.variant.id, left + 1);
    await expect(stockBadge(page)).toHaveText(`Only ${left + 1} left`);
    await expectLive(page);
  }
});

test("what does not come of a list is asked for again where it should have been", async ({
  page,
}) => {
  await page.goto("/search?sort=title");
  const cards = page.getByRole("main").getByRole("article");
  const before = await cards.count();
  // Until then "Show more" is a link to the next page.
  await expectLive(page);
  const mend = await breakPart(page, /\/trpc\/[^?]*catalog\.list/);
  await page.getByRole("link", { name: "Show more" }).click();
  const again = page.getByRole("link", { name: "Try again" });
  await expect(again).toBeVisible();
  await expect(cards).toHaveCount(before);
  await mend();
  await again.click();
  await expect.poll(() => cards.count()).toBeGreaterThan(before);
});

test("a quick view that does not come is asked for again, and the list stays", async ({ page }) => {
  const list = "/search?sort=title";
  await page.goto(list);
  const cards = page.getByRole("main").getByRole("article");
  const before = await cards.count();
  const opener = page.getByRole("button", { name: /^Quick view: / }).first();
  await page.getByRole("main").getByRole("article").first().hover();
  const mend = await breakPart(page, /\/trpc\/[^?]*catalog\.get/);
  await opener.click();
  const view = page.getByRole("dialog");
  await expect(view.getByRole("button", { name: "Try again" })).toBeVisible();
  await mend();
  await view.getByRole("button", { name: "Try again" }).click();
  await expect(addButton(page).last()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(view).toBeHidden();
  await expect(page).toHaveURL(list);
  await expect(cards).toHaveCount(before);
});

test("an account that can't be reached is said to be safe, and so are the orders in it", async ({
  page,
  integrator,
}) => {
  await makeAccount(page, integrator);
  const again = page.getByRole("main").getByRole("button", { name: "Try again" });
  const mendAccount = await breakPart(page, /\/trpc\/[^?]*accounts\.current/);
  const mendOrders = await breakPart(page, /\/trpc\/[^?]*orders\.list/);
  await page.goto("/account/orders");
  await expect(page.getByRole("heading", { name: /^We can’t reach your account/ })).toBeVisible();
  await mendAccount();
  await again.click();
  await expect(page.getByRole("heading", { level: 1, name: "Your orders" })).toBeVisible();
  await expect(page.getByText("Your orders can’t be reached right now.")).toBeVisible();
  const places = page.getByRole("navigation", { name: "Account pages" });
  await expect(places.getByRole("link", { name: "Addresses" }).first()).toBeVisible();
  await mendOrders();
  await again.click();
  await expect(page.getByText("Nothing bought yet", { exact: false })).toBeVisible();
});
