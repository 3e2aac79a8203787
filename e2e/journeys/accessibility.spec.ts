import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessibility.ts";
import { accountButton, makeAccount } from "../support/account.ts";
import {
  cards,
  enterCard,
  enterDelivery,
  expectOrderPage,
  openCheckout,
  payButton,
} from "../support/checkout.ts";
import { addToBag, openArticle, openDrawer } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("the shop's pages", async ({ page, shelf }) => {
      const { product } = await shelf.take({ units: 2 });
      for (const address of [
        "/",
        "/categories",
        "/search?q=lamp",
        "/search?q=zzzzqqqq",
        `/products/${product.handle}`,
        "/cart",
        "/no/such/page",
      ]) {
        await test.step(address, async () => {
          if (address === "/categories") await openFirstCategory(page);
          else await page.goto(address);
          await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
          await expectAccessible(page);
        });
      }
      await test.step("suggestions", async () => {
        await page.goto("/");
        await page.getByRole("combobox", { name: "Search the shop" }).pressSequentially("la");
        await expect(page.getByRole("option").first()).toBeVisible();
        await expectAccessible(page);
      });
      await test.step("filters, opened on a phone", async () => {
        await page.setViewportSize({ width: 375, height: 800 });
        await page.goto("/search?q=lamp");
        await page.getByText("Filter", { exact: true }).click();
        await expect(page.getByRole("heading", { name: "Availability" })).toBeVisible();
        await expectAccessible(page);
      });
      await test.step("menus", async () => {
        await page.goto("/");
        await page.getByRole("button", { name: "Shop" }).click();
        await expectAccessible(page);
      });
    });

    test("the pages of an account", async ({ page, integrator }) => {
      const look = (address: string, heading: string) =>
        test.step(address, async () => {
          await page.goto(address);
          await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
          await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
          await expectAccessible(page);
        });
      await look("/account/sign-in", "Welcome back");
      await look("/account/sign-up", "Make an account");
      await look("/account/forgotten", "A new password");
      await look("/account/verify?token=old", "Confirm your address");
      await test.step("a link that is too old", async () => {
        await page.getByRole("button", { name: "Confirm it" }).click();
        await expect(page.getByRole("heading", { name: /^This link/ })).toBeFocused();
        await expectAccessible(page);
      });
      await look("/account/password?token=old", "Set a new password");
      await makeAccount(page, integrator);
      await look("/account", "Hello, Ana");
      await look("/account/orders", "Your orders");
      await look("/account/addresses", "Your addresses");
      await test.step("an address that needs a look", async () => {
        await page.getByRole("button", { name: "Add an address" }).click();
        await page.getByRole("button", { name: "Keep it" }).click();
        await expect(page.getByRole("group", { name: /fields need a look/ })).toBeFocused();
        await expectAccessible(page);
      });
      await look("/account/preferences", "Preferences");
      await look("/account/security", "Security");
      await look("/account/privacy", "Privacy");
      await test.step("the menu", async () => {
        await accountButton(page).click();
        await expect(page.getByRole("button", { name: "Sign out" }).first()).toBeVisible();
        await expectAccessible(page);
      });
    });

    test("the way to an order", async ({ page, shelf, integrator }) => {
      const article = await shelf.take({ units: 3 });
      await openArticle(page, article);
      await addToBag(page);
      await test.step("few left, and in the bag", async () => {
        await expectAccessible(page);
      });
      await test.step("drawer", async () => {
        const bag = await openDrawer(page);
        await expect(bag.getByRole("link", { name: /^Check out/ })).toBeVisible();
        await expectAccessible(page);
      });
      await test.step("the bag's page, with a line that is short", async () => {
        await integrator.setAvailable(article.variant.id, 0);
        await page.goto("/cart");
        await expect(page.getByText("Sold out meanwhile.")).toBeVisible();
        await expectAccessible(page);
      });
      await test.step("told at checkout", async () => {
        await page.goto("/checkout");
        await expect(page.getByRole("heading", { name: "Somebody was faster" })).toBeVisible();
        await expectAccessible(page);
        await integrator.setAvailable(article.variant.id, 3);
      });
      await test.step("checkout, with fields that need a look", async () => {
        await openCheckout(page);
        await page.getByRole("button", { name: "On to the address" }).click();
        await expect(page.getByRole("group", { name: "1 field needs a look" })).toBeVisible();
        await expectAccessible(page);
      });
      await test.step("payment, declined", async () => {
        await enterDelivery(page);
        await enterCard(page, cards.isDeclined);
        await payButton(page).click();
        await expect(page.getByText("declined this card")).toBeVisible();
        await expectAccessible(page);
      });
      await test.step("order", async () => {
        await page.getByLabel("Card number").fill(cards.pays);
        await payButton(page).click();
        await expectOrderPage(page);
        await expectAccessible(page);
      });
    });
  });
}

async function openFirstCategory(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Shop" }).click();
  const menu = page.getByRole("navigation", { name: "Categories and collections" });
  await menu.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/categories\//);
}
