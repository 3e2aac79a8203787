import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessibility.ts";
import { berlin } from "../support/addresses.ts";
import { cards, email, enterDelivery, expectOrderPage, openCheckout } from "../support/checkout.ts";
import type { Article, Shelf } from "../support/shelf.ts";
import { addToBag, openArticle } from "../support/storefront.ts";
import { payWithStripe, type StripeStandIn } from "../support/stripe.ts";
import { expect, test } from "../support/test.ts";

let stripe: StripeStandIn;
test.beforeAll(async () => {
  stripe = await payWithStripe();
});
test.afterAll(() => stripe.close());

const goOn = (page: Page) => page.getByRole("button", { name: /^Go on to pay / });

/** From an article to Stripe's page, where who stands in for it asks for the card. */
async function reachStripe(
  page: Page,
  shelf: Shelf,
): Promise<{ variant: Article["variant"]; checkoutId: string }> {
  const article = await shelf.take({ units: 5 });
  await openArticle(page, article);
  await addToBag(page);
  await openCheckout(page);
  await enterDelivery(page);
  await expect(page.getByText("You pay by card on Stripe’s page")).toBeVisible();
  await expect(page.getByLabel("Card number")).toBeHidden();
  await expectAccessible(page);
  const asked = page.waitForRequest((request) => request.url().includes("checkout.complete"));
  await goOn(page).click();
  await expect(page.getByRole("heading", { name: /^Pay EUR \d+$/ })).toBeVisible();
  const checkoutId = /chk_\w+/.exec((await asked).postData() ?? "")?.[0] ?? "";
  return { variant: article.variant, checkoutId };
}

async function payThere(page: Page, card: string): Promise<void> {
  await page.getByLabel("Card number").fill(card);
  await page.getByRole("button", { name: "Pay" }).click();
}

test("pays at Stripe's page, with another card after a declined one, and comes back to an order", async ({
  page,
  shelf,
  integrator,
}) => {
  const { variant } = await reachStripe(page, shelf);
  await payThere(page, cards.isDeclined);
  await expect(page.getByRole("alert")).toHaveText("Your card was declined.");
  await payThere(page, cards.pays);
  const orderId = await expectOrderPage(page);
  expect((await integrator.order(orderId)).state).toBe("paid");
  expect((await integrator.availability(variant.id)).available).toBe(4);
});

test("who turns back at Stripe's page finds everything as it was, and goes on from there", async ({
  page,
  shelf,
  integrator,
}) => {
  const { variant } = await reachStripe(page, shelf);
  await page.getByRole("link", { name: "Back to the shop" }).click();
  await expect(page.getByText("Not paid yet.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Contact" })).toContainText(email);
  await expect(page.getByRole("region", { name: "Address" })).toContainText(berlin.line1);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go on at Stripe" }).click();
  await page.goBack();
  await expect(page.getByText("Not paid yet.")).toBeVisible();
  await goOn(page).click();
  await payThere(page, cards.pays);
  await expectOrderPage(page);
  expect((await integrator.availability(variant.id)).available).toBe(4);
});

/** Stripe takes the card, and the browser does not hear of it: the train is in a tunnel. @returns where it would lead */
async function payUnheard(page: Page): Promise<string> {
  const paid = await page.request.post(page.url(), { form: { card: cards.pays }, maxRedirects: 0 });
  expect(paid.status()).toBe(303);
  return paid.headers()["location"] ?? "";
}

test("Stripe tells the shop before the shopper is back: the order is there already", async ({
  page,
  shelf,
  integrator,
}) => {
  const { checkoutId } = await reachStripe(page, shelf);
  await payUnheard(page);
  const checkout = await integrator.send("GET", `/checkouts/${checkoutId}`);
  expect(await checkout.json()).toMatchObject({ state: "completed" });
  await page.goto("/checkout");
  await expectOrderPage(page);
});

test("paid and back in another tab: the order is there, and the first tab's next bag is another one", async ({
  page,
  shelf,
  context,
}) => {
  await reachStripe(page, shelf);
  const back = await payUnheard(page);
  const tab = await context.newPage();
  await tab.goto(back);
  await expectOrderPage(tab);

  await openArticle(page, await shelf.take({ units: 5 }));
  await addToBag(page);
  await openCheckout(page);
  await expect(page).toHaveURL(/\/checkout$/);
});

test("who turns back at Stripe's page in another browser sees what waits to be paid", async ({
  page,
  shelf,
  browser,
}) => {
  await reachStripe(page, shelf);
  const back = await page.getByRole("link", { name: "Back to the shop" }).getAttribute("href");
  const device = await browser.newContext();
  const there = await device.newPage();
  await there.goto(back ?? "");
  await expect(there.getByText("Not paid yet.")).toBeVisible();
  await there.getByRole("link", { name: "Go on at Stripe" }).click();
  await payThere(there, cards.pays);
  await expectOrderPage(there);
  await device.close();
});

test("the shopper is back before Stripe has told the shop anything: it asks, in whatever browser", async ({
  page,
  shelf,
  browser,
}) => {
  await reachStripe(page, shelf);
  // From now on.
  expect((await page.request.post(`${stripe.url}/silence`)).ok()).toBe(true);
  await payThere(page, cards.pays);
  await expectOrderPage(page);

  await reachStripe(page, shelf);
  const back = await payUnheard(page);
  const device = await browser.newContext();
  const there = await device.newPage();
  await there.goto(back);
  await expectOrderPage(there);
  await device.close();
});
