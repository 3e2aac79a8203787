import { randomUUID } from "node:crypto";
import type { Locator } from "@playwright/test";
import { expectAccessible } from "../support/accessibility.ts";
import {
  cards,
  enterCard,
  enterDelivery,
  expectOrderPage,
  holdTimer,
  payButton,
} from "../support/checkout.ts";
import { addToBag, openArticle } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test("a code makes the bag cheaper, and the order says by what", async ({
  page,
  shelf,
  integrator,
}) => {
  const code = `TEA-${randomUUID().slice(0, 8).toUpperCase()}`;
  const title = "A quarter off, for tea";
  await integrator.createPromotion({ code, title, basisPoints: 2500 });
  await openArticle(page, await shelf.take({ units: 5 }));
  await addToBag(page);
  await page.goto("/cart");
  const bag = page.getByRole("main");

  await test.step("a code that there is not is refused at its field", async () => {
    await enterCode(bag, "NO-SUCH-CODE");
    const field = codeField(bag);
    await expect(field).toHaveAccessibleDescription(/There is no such code/);
    await expect(field).toBeFocused();
    await expectAccessible(page);
  });

  await test.step("the right one counts, in small letters, too", async () => {
    await enterCode(bag, code.toLowerCase());
    await expect(bag.getByRole("group", { name: "Code" })).toContainText(`${code} is in use`);
    await expectRow(bag, title);
    await expectAccessible(page);
  });

  await test.step("it can be taken out at the checkout, and put in again", async () => {
    await bag.getByRole("link", { name: /^Check out/ }).click();
    await expect(holdTimer(page)).toBeVisible();
    await enterDelivery(page);
    const order = page.getByRole("region", { name: "Your order" });
    await expectRow(order, title);
    await order.getByRole("button", { name: `Take out the code ${code}` }).click();
    await expect(order.getByText(title)).toBeHidden();
    await enterCode(order, code);
    await expectRow(order, title);
    await expectAccessible(page);
  });

  await enterCard(page, cards.pays);
  await payButton(page).click();
  const paid = await integrator.order(await expectOrderPage(page));
  expect(paid.totals.discount.amountMinor).toBe(Math.round(paid.totals.subtotal.amountMinor / 4));
  await expectRow(page.getByRole("main"), title);
});

function codeField(within: Locator): Locator {
  return within.getByRole("textbox", { name: "Code" });
}

async function enterCode(within: Locator, code: string): Promise<void> {
  const open = within.getByRole("button", { name: "Enter a code" });
  const field = codeField(within);
  await expect(open.or(field)).toBeVisible();
  if (await open.isVisible()) await open.click();
  await field.fill(code);
  await within.getByRole("button", { name: "Use it" }).click();
}

async function expectRow(within: Locator, title: string): Promise<void> {
  const row = within.getByRole("term").filter({ hasText: title });
  await expect(row).toBeVisible();
  await expect(row.locator("xpath=following-sibling::dd")).toHaveText(/^−/);
}
