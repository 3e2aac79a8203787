import { cartIdOf } from "../support/guest-cart.ts";
import { expect, test } from "../support/test.ts";

test.use({ javaScriptEnabled: false });

test("without JavaScript a shopper browses, filters, searches and fills the bag", async ({
  page,
  context,
  shelf,
  integrator,
}) => {
  const { product, variant } = await shelf.take({ units: 5 });
  const main = page.getByRole("main");

  await page.goto("/");
  await page.getByRole("button", { name: "Shop" }).click();
  const menu = page.getByRole("navigation", { name: "Categories and collections" });
  await menu.getByRole("listitem").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/categories\//);
  await expect(main.getByRole("article").first()).toBeVisible();
  await main.getByRole("link", { name: /^In stock/ }).click();
  await expect(main.getByRole("list", { name: "Filters" })).toContainText("In stock");

  await page.getByRole("combobox", { name: "Search the shop" }).fill(product.title);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=/);
  await main.getByRole("article").getByRole("link", { name: product.title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: product.title })).toBeVisible();

  await page.getByLabel("Which one").selectOption(variant.id);
  await page.getByRole("button", { name: /^Add to bag/ }).click();
  await expect(page).toHaveURL(/\/cart/);
  await expect(page.getByRole("heading", { level: 1, name: "Your bag" })).toBeVisible();
  const cart = await integrator.cart(await cartIdOf(context));
  expect(cart.lines).toMatchObject([{ variantId: variant.id, quantity: 1 }]);
});
