import type { Locator, Page } from "@playwright/test";
import { berlin } from "../support/addresses.ts";
import { cards, email, expectOrderPage, holdTimer } from "../support/checkout.ts";
import { addButton, bagLink, drawer, quantityField, stockBadge } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test("from the first Tab to an order, without a mouse", async ({ page, shelf }) => {
  const article = await shelf.take({ units: 5 });
  const { product, variant } = article;
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await page.keyboard.press("Control+k");
  await page.keyboard.type(product.title);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=/);
  await tabTo(
    page,
    page.getByRole("article").getByRole("link", { name: product.title, exact: true }),
  );
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: product.title })).toBeVisible();
  await expect(stockBadge(page)).toBeVisible();

  for (const [axis, value] of Object.entries(variant.options)) {
    const group = page.getByRole("group", { name: axis });
    if (!(await group.isVisible())) continue;
    const wanted = group.getByRole("radio", { name: value });
    await tabTo(page, group.getByRole("radio", { checked: true }));
    await expect(async () => {
      if (!(await wanted.isChecked())) await page.keyboard.press("ArrowRight");
      await expect(wanted).toBeChecked({ timeout: 250 });
    }).toPass();
  }
  await tabTo(page, addButton(page));
  await page.keyboard.press("Enter");
  await expect(bagLink(page, 1)).toBeVisible();

  await test.step("the drawer keeps the focus while it is open, and gives it back", async () => {
    await page.keyboard.press("Home");
    await bagLink(page).focus();
    await page.keyboard.press("Enter");
    await expect(drawer(page)).toBeVisible();
    await expect(quantityField(drawer(page), article)).toHaveValue("1");
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press("Tab");
      await expect(drawer(page).locator(":focus")).toHaveCount(1);
    }
    await page.keyboard.press("Escape");
    await expect(drawer(page)).toBeHidden();
    await expect(bagLink(page)).toBeFocused();
  });

  await test.step("from the drawer to an order", async () => {
    await page.keyboard.press("Enter");
    const checkOut = drawer(page).getByRole("link", { name: /^Check out/ });
    await expect(checkOut).toBeVisible();
    await tabTo(page, checkOut);
    await page.keyboard.press("Enter");
    await expect(holdTimer(page)).toBeVisible();
    await typeInto(page, "E-mail", email);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Country" })).toBeVisible();
    await tabTo(page, page.getByRole("combobox", { name: "Country" }));
    await page.keyboard.type("Germany");
    await expect(page.getByRole("combobox", { name: "Country" })).toHaveValue(berlin.country);
    await typeInto(page, "Full name", berlin.name);
    await typeInto(page, "Street and house number", berlin.line1);
    await typeInto(page, "Postal code", berlin.postalCode);
    await typeInto(page, "City", berlin.city);
    await page.keyboard.press("Enter");
    const toPayment = page.getByRole("button", { name: "On to payment" });
    await expect(toPayment).toBeVisible();
    await tabTo(page, toPayment);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Card number")).toBeVisible();
    await typeInto(page, "Card number", cards.pays);
    await typeInto(page, "Expires", "1230");
    await typeInto(page, "Security code", "123");
    await typeInto(page, "Name on the card", berlin.name);
    await page.keyboard.press("Enter");
    await expectOrderPage(page);
  });
});

async function typeInto(page: Page, label: string, what: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(what);
}

/** Presses Tab until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused({ timeout: 1 });
}
