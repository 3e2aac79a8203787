import { expectAccessible } from "../support/accessibility.ts";
import { cards, enterCard, expectOrderPage, payButton, reachPayment } from "../support/checkout.ts";
import { expect, test } from "../support/test.ts";

test("an order is bought again with nothing to enter but the card, and only as far as there is stock", async ({
  page,
  shelf,
  integrator,
}) => {
  const article = await shelf.take({ units: 2 });
  await reachPayment(page, article);
  await enterCard(page, cards.pays);
  await payButton(page).click();
  const first = await expectOrderPage(page);

  await page.getByRole("button", { name: "Buy it again" }).click();
  await expect(page.getByLabel("Card number")).toBeVisible();
  await enterCard(page, cards.pays);
  await payButton(page).click();
  await expect(page).not.toHaveURL(new RegExp(first));
  await expectOrderPage(page);
  expect((await integrator.availability(article.variant.id)).available).toBe(0);

  await page.getByRole("button", { name: "Buy it again" }).click();
  await expect(page.getByText("None of it is there right now.")).toBeVisible();
  await expectAccessible(page);
});
