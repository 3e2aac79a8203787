import { cards, enterCard, expectOrderPage, payButton, reachPayment } from "../support/checkout.ts";
import { expectApiReady, stackControl } from "../support/stack-control.ts";
import {
  addButton,
  addToBag,
  bagLink,
  expectLive,
  liveLine,
  openArticle,
  openDrawer,
  quantityField,
  stockBadge,
} from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test.afterEach(expectApiReady);

test("the API is killed in the middle of it: the page says so, keeps what is done, and recovers by itself", async ({
  page,
  shelf,
  integrator,
}) => {
  const article = await shelf.take({ units: 20 });
  await openArticle(page, article);
  await addToBag(page);
  await expectLive(page);
  await integrator.setAvailable(article.variant.id, 4);
  await expect(stockBadge(page)).toHaveText("Only 4 left");

  await stackControl.takeDown("api");
  try {
    await expect(liveLine(page, "reconnecting")).toBeVisible();
    await addButton(page).click();
    await expect(bagLink(page, 2)).toBeVisible();
    const bag = await openDrawer(page);
    await expect(bag.getByText("We can’t reach the shop right now.")).toBeVisible();
    await page.keyboard.press("Escape");
    const other = await page.context().newPage();
    await other.goto(`/search?q=${article.variant.id}`);
    await expect(other.getByRole("heading", { name: "This page did not arrive" })).toBeVisible();
    await expect(other.getByText(/^Request \w+/)).toBeVisible();
    await other.close();
    // Too long without news for a number to be true.
    await expect(page.getByRole("main").getByText("Stock is being checked")).toBeVisible();
    await expect(stockBadge(page)).toBeHidden();
  } finally {
    await stackControl.bringUp("api");
  }

  // Nobody reloads: the page finds back, and what was done meanwhile arrives.
  await expectLive(page);
  await integrator.setAvailable(article.variant.id, 3);
  await expect(stockBadge(page)).toHaveText("Only 3 left");
  await expect(bagLink(page, 2)).toBeVisible();
  const bag = await openDrawer(page);
  await expect(quantityField(bag, article)).toHaveValue("2");
  await expect(bag.getByText("We can’t reach the shop right now.")).toBeHidden();

  await page.reload();
  await expect(bagLink(page, 2)).toBeVisible();
});

test("a payment that meets a dead API is asked about again until it is an order", async ({
  page,
  shelf,
}) => {
  const article = await shelf.take({ units: 2 });
  await reachPayment(page, article);
  await enterCard(page, cards.pays);
  await stackControl.takeDown("api");
  try {
    await payButton(page).click();
    await expect(page.getByText("The shop’s answer did not reach us.")).toBeVisible();
  } finally {
    await stackControl.bringUp("api");
  }
  await expectOrderPage(page);
});
