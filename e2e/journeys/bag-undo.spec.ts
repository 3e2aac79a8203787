import { expectAccessible } from "../support/accessibility.ts";
import { makeAccount, signIn, signInLink, signOut } from "../support/account.ts";
import {
  addToBag,
  bagLink,
  openArticle,
  openDrawer,
  quantityField,
} from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test("what was removed, or all of it, comes back", async ({ page, shelf }) => {
  const [teapot, lamp] = [await shelf.take({ units: 9 }), await shelf.take({ units: 9 })];
  await openArticle(page, teapot);
  await addToBag(page);
  await addToBag(page);
  await openArticle(page, lamp);
  await addToBag(page);
  await page.goto("/cart");
  const main = page.getByRole("main");
  await expect(quantityField(main, teapot)).toHaveValue("2");

  await main.getByRole("button", { name: `Remove ${teapot.product.title}` }).click();
  await expect(bagLink(page, 1)).toBeVisible();
  await main.getByRole("button", { name: "Undo" }).click();
  await expect(quantityField(main, teapot)).toHaveValue("2");
  await expect(main.getByRole("list", { name: "In your bag" })).toBeFocused();

  await main.getByRole("button", { name: "Empty the bag" }).click();
  await expect(bagLink(page, 0)).toBeVisible();
  await expect(main.getByRole("button", { name: "Bring everything back" })).toBeFocused();
  await expect(main.getByRole("link", { name: "See what is new" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(quantityField(main, teapot)).toHaveValue("2");
  await expect(quantityField(main, lamp)).toHaveValue("1");
});

test("two bags that became one at sign-in can be told apart again", async ({
  page,
  shelf,
  integrator,
}) => {
  const [teapot, lamp] = [await shelf.take({ units: 9 }), await shelf.take({ units: 9 })];
  const email = await makeAccount(page, integrator);
  await openArticle(page, teapot);
  await addToBag(page);
  await signOut(page);
  await expect(bagLink(page, 0)).toBeVisible();
  for (const article of [teapot, lamp]) {
    await openArticle(page, article);
    await addToBag(page);
  }
  await expect(bagLink(page, 2)).toBeVisible();
  await signInLink(page).click();
  await signIn(page, email);
  await expect(page).toHaveURL(/\/account$/);
  await expect(bagLink(page, 3)).toBeVisible();

  const bag = await openDrawer(page);
  await expect(bag.getByText("has joined the bag of your account")).toBeVisible();
  await expectAccessible(page);
  await bag.getByRole("button", { name: "Undo" }).click();
  await expect(quantityField(bag, teapot)).toHaveValue("1");
  await expect(quantityField(bag, lamp)).toBeHidden();
  await expect(bag.getByText("has joined the bag of your account")).toBeHidden();
});
