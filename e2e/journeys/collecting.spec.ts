import type { Page } from "@playwright/test";
import { makeAccount, signOut } from "../support/account.ts";
import { openListOf, tool } from "../support/collecting.ts";
import { bagLink, expectLive, openArticle, stockBadge } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

const recent = (page: Page) => page.getByRole("region", { name: "You looked at" });

test("what was looked at is shown again, in this market's prices, and ends with the session", async ({
  page,
  shelf,
  integrator,
}) => {
  await makeAccount(page, integrator);
  const [first, second] = [await shelf.take({ units: 5 }), await shelf.take({ units: 5 })];
  await openArticle(page, first);
  await openArticle(page, second);
  await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
  await expect(recent(page).getByRole("link")).toHaveCount(1);
  await expect(recent(page).getByRole("link", { name: first.product.title })).toBeVisible();

  await page.goto("/search?q=zzzzqqqq");
  await expect(recent(page).getByRole("link")).toHaveCount(2);
  await expect(recent(page).getByText("€").first()).toBeVisible();
  await page.goto("/search?q=zzzzqqqq&region=uk");
  await expect(recent(page).getByText("£").first()).toBeVisible();

  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("meridian.recent") ?? "[]") as object[];
    const gone = { id: "prod_gone", handle: "no-longer-here" };
    localStorage.setItem("meridian.recent", JSON.stringify([gone, ...kept]));
  });
  await page.reload();
  await expect(recent(page).getByRole("link")).toHaveCount(2);

  const tab = await page.context().newPage();
  await tab.goto("/search?q=zzzzqqqq");
  await expect(recent(tab).getByRole("link")).toHaveCount(2);
  await signOut(page);
  await expect(recent(tab)).toBeHidden();
  await tab.close();
});

test("a product is looked at beside its list: by keyboard, with an address, and back", async ({
  page,
  shelf,
}) => {
  const { product } = await shelf.take({ units: 5 });
  await openListOf(page, product);
  const list = page.url();
  const opener = tool(page, "view", product).first();
  await opener.focus();
  await page.keyboard.press("Enter");
  const view = page.getByRole("dialog", { name: product.title });
  await expect(view.getByText(/^(In stock|Only \d+ left|Sold out)$/)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`view=${product.handle}`));
  await view.getByRole("button", { name: /^Add to bag/ }).click();
  await expect(view.getByText(/^Added\. 1 in your/)).toBeVisible();
  await page.goBack();
  await expect(view).toBeHidden();
  await expect(bagLink(page, 1)).toBeVisible();
  await expect(page).toHaveURL(list);
  await expect(opener).toBeFocused();

  await page.goto(`${list}&view=${product.handle}`);
  await expect(view).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(view).toBeHidden();
  await expect(page).toHaveURL(list);
  await page.goto(`${list}&view=${product.handle}`);
  await view.getByRole("link", { name: "Everything about it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: product.title })).toBeVisible();
  await expect(stockBadge(page)).toBeVisible();
});

test("up to four are picked and stand side by side; the address alone is enough", async ({
  page,
  browser,
}) => {
  await page.goto("/search?sort=title");
  const picks = page.getByRole("main").getByRole("button", { name: /^Compare / });
  for (const index of [0, 1, 2, 3]) {
    await picks.nth(index).click();
    await expect(picks.nth(index)).toHaveAttribute("aria-pressed", "true");
  }
  await picks.nth(4).click();
  await expect(page.getByText(/^Four at once can be compared/)).toBeVisible();
  await expect(picks.nth(4)).toHaveAttribute("aria-pressed", "false");
  const bar = page.getByRole("region", { name: "Compare" });
  await expect(bar.getByRole("button", { name: /^Take out (?!all)/ })).toHaveCount(4);
  await bar.getByRole("link", { name: "Compare" }).click();
  await expect(page.getByRole("columnheader")).toHaveCount(5);
  await page
    .getByRole("link", { name: /^Take out/ })
    .first()
    .click();
  await expect(page.getByRole("columnheader")).toHaveCount(4);
  const address = page.url();
  await page.goto("/search?sort=title");
  await expect(bar.getByRole("button", { name: /^Take out (?!all)/ })).toHaveCount(3);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const reader = await context.newPage();
  await reader.goto(address);
  await expect(reader.getByRole("columnheader")).toHaveCount(4);
  await expect(reader.getByText("differs").first()).toBeVisible();
  await reader.goto("/search?sort=title");
  await expect(reader.getByRole("main").getByRole("article").first()).toBeVisible();
  await expect(
    reader.getByRole("main").getByRole("button", { name: /^(Put|Compare|Quick)/ }),
  ).toHaveCount(0);
  await context.close();
});

test("what is compared is put into the bag there", async ({ page, shelf }) => {
  const articles = [await shelf.take({ units: 5 }), await shelf.take({ units: 5 })];
  const [, wanted] = articles.map(({ product }) => product);
  const address = `/compare?products=${articles.map(({ product }) => product.handle).join(",")}`;
  await page.goto(address);
  await expect(page.getByRole("columnheader", { name: wanted?.title, exact: true })).toBeVisible();
  await expectLive(page);
  await page.getByRole("main").getByRole("button", { name: wanted?.title }).click();
  const view = page.getByRole("dialog", { name: wanted?.title });
  await view.getByRole("button", { name: /^Add to bag/ }).click();
  await expect(view.getByText(/^Added\. 1 in your/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bagLink(page, 1)).toBeVisible();
  await expect(page).toHaveURL(address);
});
