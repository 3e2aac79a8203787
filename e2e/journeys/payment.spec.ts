import {
  cards,
  email,
  enterCard,
  expectOrderPage,
  payButton,
  reachPayment,
} from "../support/checkout.ts";
import { berlin } from "../support/addresses.ts";
import { expect, test } from "../support/test.ts";

test("a declined card keeps everything that was entered, and another one pays", async ({
  page,
  shelf,
  integrator,
}) => {
  const article = await shelf.take({ units: 5 });
  await reachPayment(page, article);
  await enterCard(page, cards.isDeclined);
  await payButton(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "declined this card" })).toBeVisible();

  await expect(page.getByLabel("Card number")).toHaveValue(cards.isDeclined);
  await expect(page.getByLabel("Expires")).toHaveValue("12 / 30");
  await expect(page.getByLabel("Security code")).toHaveValue("123");
  await expect(page.getByLabel("Name on the card")).toHaveValue("Ana Weiss");
  await expect(page.getByRole("region", { name: "Contact" })).toContainText(email);
  await expect(page.getByRole("region", { name: "Address" })).toContainText(berlin.line1);
  await page.getByRole("button", { name: "Change address" }).click();
  await expect(page.getByLabel("Postal code")).toHaveValue(berlin.postalCode);
  await page.getByRole("button", { name: "On to shipping" }).click();

  await page.getByLabel("Card number").fill(cards.pays);
  await payButton(page).click();
  await expectOrderPage(page);
  expect((await integrator.availability(article.variant.id)).available).toBe(4);

  await test.step("on paper it is a receipt, ink on white in the dark theme too", async () => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(page.getByRole("heading", { level: 1, name: "Receipt" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(article.product.title);
    await expect(page.getByRole("main")).toContainText(berlin.line1);
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(page.locator("html")).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(page.locator("html")).toHaveCSS("color-scheme", "light");
  });
});

test("a gift message goes with the order, and can be changed until it is paid", async ({
  page,
  shelf,
}) => {
  await reachPayment(page, await shelf.take({ units: 5 }));
  const write = async (message: string) => {
    await page.getByRole("button", { name: "Change shipping" }).click();
    await page.getByLabel("Gift message").fill(message);
    await page.getByRole("button", { name: "On to payment" }).click();
  };
  await write("Happy birthday!");
  await expect(page.getByRole("region", { name: "Shipping" })).toContainText("Gift message");
  await write("Happy birthday!\nYours, Ana");
  await enterCard(page, cards.pays);
  await payButton(page).click();
  await expectOrderPage(page);
  const gift = page.locator("section").filter({ hasText: /^Gift message/ });
  await expect(gift).toContainText("Happy birthday!\nYours, Ana");
});

test("who opens another step while one is being saved stays there", async ({ page, shelf }) => {
  await reachPayment(page, await shelf.take({ units: 5 }));
  const answers = Promise.withResolvers<void>();
  await page.route("**/trpc/checkout.update**", async (route) => {
    await answers.promise;
    await route.continue();
  });
  await page.getByRole("button", { name: "Change shipping" }).click();
  await page.getByLabel("Gift message").fill("Happy birthday!");
  const saved = page.waitForResponse("**/trpc/checkout.update**");
  await page.getByRole("button", { name: "On to payment" }).click();
  await page.getByRole("button", { name: "Change address" }).click();
  await expect(page.getByLabel("Postal code")).toHaveValue(berlin.postalCode);
  answers.resolve();
  await (await saved).finished();
  await expect(page.getByRole("region", { name: "Shipping" })).toContainText("Gift message");
  await expect(page.getByLabel("Postal code")).toBeVisible();
  await expect(page.getByLabel("Card number")).toBeHidden();
});

test("what is missing is said at its field, and nothing is asked of the bank", async ({
  page,
  shelf,
}) => {
  await reachPayment(page, await shelf.take({ units: 5 }));
  await page.getByLabel("Card number").fill("4242 4242 4242 4241");
  await payButton(page).click();
  const summary = page.getByRole("group", { name: "4 fields need a look" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: "A digit of the card number is not right." }).click();
  await expect(page.getByLabel("Card number")).toBeFocused();
});

test("3-D Secure: the shopper confirms at the bank and comes back to an order", async ({
  page,
  shelf,
}) => {
  await reachPayment(page, await shelf.take({ units: 5 }));
  await enterCard(page, cards.asksToConfirm);
  await payButton(page).click();
  await expect(page.getByRole("heading", { name: "Confirm the payment" })).toBeVisible();
  await page.getByRole("button", { name: "Approve payment" }).click();
  await expectOrderPage(page);
});

test("3-D Secure: who declines at the bank is back at the checkout, and pays otherwise", async ({
  page,
  shelf,
  integrator,
}) => {
  const article = await shelf.take({ units: 5 });
  await reachPayment(page, article);
  await enterCard(page, cards.asksToConfirm);
  await payButton(page).click();
  await expect(page.getByRole("heading", { name: "Confirm the payment" })).toBeVisible();
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page).toHaveURL(/\/checkout/);
  await expect(
    page.getByRole("alert").filter({ hasText: "not confirmed at your bank" }),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "Address" })).toContainText(berlin.line1);

  await enterCard(page, cards.pays);
  await payButton(page).click();
  await expectOrderPage(page);
  expect((await integrator.availability(article.variant.id)).available).toBe(4);
});
