import { expect } from "@playwright/test";
import {
  cards,
  enterCard,
  enterDelivery,
  expectOrderPage,
  openCheckout,
  payButton,
} from "../support/checkout.ts";
import { addToBag, openArticle, openDrawer } from "../support/storefront.ts";
import type { Traveller } from "./tour.ts";

/** From the last three of something to its order, with what goes wrong on the way. */
export async function purchaseLeg({ page, shelf, integrator, look }: Traveller): Promise<void> {
  const article = await shelf.take({ units: 3, handle: "long-way-backpack" });
  await openArticle(page, article);
  await addToBag(page);
  await look("product, few left, in the bag");
  const bag = await openDrawer(page);
  await expect(bag.getByRole("link", { name: /^Check out/ })).toBeVisible();
  await look("bag, drawer");
  await integrator.setAvailable(article.variant.id, 0);
  await page.goto("/cart");
  await expect(page.getByText("Sold out meanwhile.")).toBeVisible();
  await look("bag, sold out meanwhile");
  await page.goto("/checkout");
  await expect(page.getByRole("heading", { name: "Somebody was faster" })).toBeVisible();
  await look("checkout, somebody was faster");
  await integrator.setAvailable(article.variant.id, 3);
  await page.goto("/cart");
  await expect(page.getByText("Sold out meanwhile.")).toBeHidden();
  await look("bag");
  await openCheckout(page);
  await page.getByRole("button", { name: "On to the address" }).click();
  await expect(page.getByRole("group", { name: "1 field needs a look" })).toBeVisible();
  await look("checkout, a field needs a look");
  await enterDelivery(page);
  await look("checkout, payment");
  await enterCard(page, cards.isDeclined);
  await payButton(page).click();
  await expect(page.getByText("declined this card")).toBeVisible();
  await look("checkout, declined");
  await page.getByLabel("Card number").fill(cards.pays);
  await payButton(page).click();
  await expectOrderPage(page);
  await look("order");
}
