import { expect, type Locator, type Page } from "@playwright/test";
import { berlin } from "./addresses.ts";
import type { Article } from "./shelf.ts";
import { addToBag, openArticle } from "./storefront.ts";

export const cards = {
  pays: "4242 4242 4242 4242",
  isDeclined: "4000 0000 0000 0002",
  asksToConfirm: "4000 0027 6000 3184",
} as const;

export const email = "ana.weiss@example.com";

/** Goes to the checkout and waits until everything is held. */
export async function openCheckout(page: Page): Promise<void> {
  await page.goto("/checkout");
  await expect(holdTimer(page)).toBeVisible();
}

/** How long all of it is still held. */
export function holdTimer(page: Page): Locator {
  return page.getByRole("main").getByRole("timer");
}

/** Contact, address and shipping, as a shopper fills them in. */
export async function enterDelivery(page: Page, as = email): Promise<void> {
  await page.getByLabel("E-mail").fill(as);
  await page.getByRole("button", { name: "On to the address" }).click();
  await enterAddress(page);
}

/** Address and shipping: all that a shopper who is signed in is asked for. */
export async function enterAddress(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Country" }).selectOption(berlin.country);
  await page.getByLabel("Full name").fill(berlin.name);
  await page.getByLabel("Street and house number").fill(berlin.line1);
  await page.getByLabel("Postal code").fill(berlin.postalCode);
  await page.getByRole("textbox", { name: "City" }).fill(berlin.city);
  await page.getByRole("button", { name: "On to shipping" }).click();
  await page.getByRole("button", { name: "On to payment" }).click();
}

/** From an article to the last step: in the bag, held, and all told but the card. */
export async function reachPayment(page: Page, article: Article): Promise<void> {
  await openArticle(page, article);
  await addToBag(page);
  await openCheckout(page);
  await enterDelivery(page);
  await expect(page.getByLabel("Card number")).toBeVisible();
}

export async function enterCard(page: Page, number: string): Promise<void> {
  await page.getByLabel("Card number").fill(number);
  await page.getByLabel("Expires").fill("12 / 30");
  await page.getByLabel("Security code").fill("123");
  await page.getByLabel("Name on the card").fill("Ana Weiss");
}

export function payButton(page: Page): Locator {
  return page.getByRole("button", { name: /^Pay / });
}

/** @returns the id of the order whose page is shown */
export async function expectOrderPage(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/orders\/ord_\w+$/);
  await expect(page.getByRole("heading", { level: 1, name: "Thank you, Ana" })).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** As a shopper who is signed in: they are asked for an address and a card. @returns the order's id */
export async function buy(page: Page, article: Article): Promise<string> {
  await openArticle(page, article);
  await addToBag(page);
  await openCheckout(page);
  await enterAddress(page);
  await enterCard(page, cards.pays);
  await payButton(page).click();
  return await expectOrderPage(page);
}
