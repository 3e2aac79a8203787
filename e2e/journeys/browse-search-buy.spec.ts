import {
  cards,
  enterCard,
  enterDelivery,
  expectOrderPage,
  holdTimer,
  payButton,
} from "../support/checkout.ts";
import {
  addButton,
  bagLink,
  drawer,
  openDrawer,
  quantityField,
  stockBadge,
} from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test("from the home page to a parcel on its way", async ({ page, shelf, integrator }) => {
  const article = await shelf.take({ units: 20, matches: hasLongWord });
  const { product, variant } = article;

  await test.step("walk from the home page into a category and filter it", async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.getByRole("button", { name: "Shop" }).click();
    const menu = page.getByRole("navigation", { name: "Categories and collections" });
    await menu.getByRole("listitem").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/categories\//);
    const count = page
      .getByRole("main")
      .getByText(/^\d+ objects?$/)
      .first();
    await expect(count).toBeVisible();
    await page.getByRole("link", { name: /^In stock ?, ?\d+$/ }).click();
    await expect(page.getByRole("list", { name: "Filters" })).toContainText("In stock");
    // The filter is an address: it can be shared, and Back takes it off again.
    await page.reload();
    await expect(page.getByRole("list", { name: "Filters" })).toContainText("In stock");
    await page.goBack();
    await expect(page.getByRole("list", { name: "Filters" })).toBeHidden();
  });

  await test.step("find it by the keyboard, misspelt", async () => {
    await page.keyboard.press("/");
    const search = page.getByRole("combobox", { name: "Search the shop" });
    await expect(search).toBeFocused();
    await page.keyboard.type(misspelt(product.title));
    const option = page.getByRole("option").filter({ hasText: product.title }).first();
    await expect(option).toBeVisible();
    await expect(option.locator("mark")).toBeVisible();
    await expect(page.getByRole("search").getByRole("status").first()).toHaveText(/^\d+ match/);
    await expect(async () => {
      await search.press("ArrowDown");
      await expect(option).toHaveAttribute("aria-selected", "true", { timeout: 250 });
    }).toPass();
    await search.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: product.title })).toBeVisible();
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Backspace");
    const lately = page.getByRole("listbox", { name: "Searched for lately" });
    await expect(lately.getByRole("option", { name: misspelt(product.title) })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("choose the variant and put it into the bag", async () => {
    for (const [axis, value] of Object.entries(variant.options)) {
      const radios = page.getByRole("group", { name: axis });
      // An axis on which all variants agree is no choice.
      if (await radios.isVisible()) await radios.getByRole("radio", { name: value }).check();
    }
    await expect(stockBadge(page)).toHaveText("In stock");
    await addButton(page).click();
    await expect(bagLink(page, 1)).toBeVisible();
  });

  await test.step("one more, in the drawer", async () => {
    const bag = await openDrawer(page);
    await bag.getByRole("button", { name: `One more: ${product.title}` }).click();
    await expect(quantityField(bag, article)).toHaveValue("2");
    await bag.getByRole("link", { name: /^Check out/ }).click();
    await expect(page).toHaveURL(/\/checkout$/);
    await expect(drawer(page)).toBeHidden();
  });

  const orderId = await test.step("check out while it is held", async () => {
    await expect(holdTimer(page)).toBeVisible();
    await expect.poll(async () => (await integrator.availability(variant.id)).available).toBe(18);
    await enterDelivery(page);
    await enterCard(page, cards.pays);
    await payButton(page).click();
    return expectOrderPage(page);
  });

  await test.step("the order's page moves by itself while the shop sends it", async () => {
    const timeline = page.getByRole("list", { name: "What happened so far" });
    await expect(timeline.getByRole("listitem").filter({ hasText: "Paid" })).toBeVisible();
    await expect(timeline).toContainText("Still to come: Sent");
    await expect(bagLink(page, 0)).toBeVisible();

    await integrator.fulfil(orderId, "https://parcels.example/track/1");
    await expect(page.getByRole("heading", { level: 1, name: "It is on its way" })).toBeVisible();
    await expect(timeline.getByRole("link", { name: "Follow the parcel" })).toHaveAttribute(
      "href",
      "https://parcels.example/track/1",
    );
    await integrator.deliver(orderId);
    await expect(page.getByRole("heading", { level: 1, name: "It has arrived" })).toBeVisible();
  });

  expect((await integrator.availability(variant.id)).available).toBe(18);
});

/** Long enough that a slip in it is still the same word to everybody. */
function hasLongWord({ title, variants }: { title: string; variants: unknown[] }): boolean {
  return variants.length > 1 && title.split(" ").every((word) => /^[a-z]{5,}$/i.test(word));
}

/** Two letters of its first word swapped. */
function misspelt(title: string): string {
  return title.replace(/^(..)(.)(.)/, "$1$3$2").toLowerCase();
}
