import { cartIdOf } from "../support/guest-cart.ts";
import { expectApiReady, stackControl } from "../support/stack-control.ts";
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
  await expect(main.getByText(/need JavaScript/)).toBeVisible();
  await expect(main.getByRole("link", { name: "Back to the shop" })).toBeVisible();
  await expect(main.getByRole("region", { name: "What it costs" })).toBeHidden();
  const cart = await integrator.cart(await cartIdOf(context));
  expect(cart.lines).toMatchObject([{ variantId: variant.id, quantity: 1 }]);
});

const refusedIn = [
  {
    prefix: "",
    add: /^Add to bag/,
    title: "It did not go into your bag",
    why: "It has just sold out",
  },
  {
    prefix: "/de/eu",
    add: /^In die Tasche/,
    title: "Es ist nicht in deine Tasche gekommen",
    why: "Es ist gerade ausverkauft",
  },
  {
    prefix: "/ja/eu",
    add: /^バッグに入れる/,
    title: "バッグに入りませんでした",
    why: "たった今売り切れた",
  },
];

for (const { prefix, add, title, why } of refusedIn) {
  test(`what can't go into the bag is said at ${prefix || "/"}, with the way back`, async ({
    page,
    shelf,
    integrator,
  }) => {
    const { product, variant } = await shelf.take({ units: 5 });
    const main = page.getByRole("main");
    await page.goto(`${prefix}/products/${product.handle}`);
    await integrator.setAvailable(variant.id, 0);
    await main.locator("select[name=variantId]").selectOption(variant.id);
    await main.getByRole("button", { name: add }).first().click();
    await expect(main.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(main.getByText(why)).toBeVisible();
    await main.getByRole("link").first().click();
    await expect(page).toHaveURL(new RegExp(`/products/${product.handle}$`));
  });
}

const missingIn = [
  { prefix: "", language: "en", title: "Nothing stands here", search: "Find what was here" },
  {
    prefix: "/de/uk",
    language: "de",
    title: "Hier steht nichts",
    search: "Finden, was hier stand",
  },
  {
    prefix: "/ja",
    language: "ja",
    title: "ここには何もありません",
    search: "ここにあった商品を探す",
  },
];

for (const { prefix, language, title, search } of missingIn) {
  test(`what is not there is a whole page with a search at ${prefix || "/"}`, async ({ page }) => {
    for (const path of ["no/such/page", "products/none", "categories/none", "collections/none"]) {
      const answer = await page.goto(`${prefix}/${path}`);
      expect(answer?.status(), path).toBe(404);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByRole("banner")).toBeVisible();
    }
    const form = page.getByRole("search", { name: search });
    await form.getByRole("combobox").fill("lamp");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/search\?q=lamp$/);
    await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
  });
}

test("a page that can't be made says so, with the number of the failure and a way to try again", async ({
  page,
  shelf,
}) => {
  const { product } = await shelf.take({ units: 1 });
  const address = `/de/products/${product.handle}?from=letter`;
  await page.goto("/de");
  await stackControl.takeDown("api");
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(500);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Diese Seite ist nicht angekommen",
  );
  await expect(page.getByText(/^Vorgang \d+/)).toBeVisible();
  await expect(page.getByRole("banner")).toBeVisible();
  await stackControl.bringUp("api");
  await expectApiReady();
  await page.getByRole("link", { name: "Noch einmal versuchen" }).click();
  await expect(page.getByRole("button", { name: /^In die Tasche/ }).first()).toBeVisible();
  await expect(page).toHaveURL(address);
});
