import { expectAccessible } from "../support/accessibility.ts";
import {
  accountButton,
  confirmAddress,
  field,
  makeAccount,
  newEmail,
  password,
  signIn,
  signInLink,
  signOut,
} from "../support/account.ts";
import { berlin } from "../support/addresses.ts";
import {
  cards,
  enterCard,
  enterDelivery,
  expectOrderPage,
  holdTimer,
  openCheckout,
  payButton,
} from "../support/checkout.ts";
import { linkTo } from "../support/mailbox.ts";
import { addToBag, bagLink, openArticle } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test("from a guest's bag to an account, an address, and an order in it", async ({
  page,
  shelf,
}) => {
  const email = newEmail();
  await openArticle(page, await shelf.take({ units: 5 }));
  await addToBag(page);

  await test.step("signs up; what lacks is said and nothing typed is lost", async () => {
    await signInLink(page).click();
    await page.getByRole("link", { name: "Make an account" }).click();
    await expect(page.getByRole("heading", { name: "Make an account" })).toBeVisible();
    await field(page, "E-mail").fill(email);
    await page.getByRole("button", { name: "Make the account" }).click();
    const summary = page.getByRole("group", { name: "2 fields need a look" });
    await expect(summary).toBeFocused();
    await expectAccessible(page);
    await summary.getByRole("link", { name: "Choose a password." }).click();
    await expect(field(page, "Password")).toBeFocused();
    await field(page, "Your name").fill("Ana Weiss");
    await field(page, "Password").fill(password);
    await expect(field(page, "E-mail")).toHaveValue(email);
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeFocused();
    await expectAccessible(page);
  });

  await test.step("the mail's link signs in, and the bag has come along", async () => {
    await confirmAddress(page, email);
    await expect(page.getByText("your bag has come along with one object")).toBeVisible();
    await expect(bagLink(page, 1)).toBeVisible();
    await expect(accountButton(page)).toHaveText(/Ana Weiss/);
    await expectAccessible(page);
  });

  await test.step("keeps an address; one that is removed comes back by Undo", async () => {
    await page.goto("/account/addresses");
    await page.getByRole("button", { name: "Add an address" }).click();
    await field(page, "Country").selectOption(berlin.country);
    await field(page, "Full name").fill(berlin.name);
    await field(page, "Street and house number").fill(berlin.line1);
    await field(page, "Postal code").fill(berlin.postalCode);
    await field(page, "City").fill(berlin.city);
    await page.getByRole("button", { name: "Keep it" }).click();
    const card = page.getByRole("article", { name: /Berlin$/ });
    await expect(card).toContainText("Default");
    await card.getByRole("button", { name: /^Remove/ }).click();
    await expect(card).toBeHidden();
    const undo = page.getByRole("button", { name: "Undo" });
    await expect(undo).toBeFocused();
    await undo.click();
    await expect(card).toContainText(berlin.line1);
  });

  const orderId = await test.step("buys without typing who and where", async () => {
    await openCheckout(page);
    await expect(page.getByText(email).filter({ visible: true })).toBeVisible();
    await page.getByRole("button", { name: "On to payment" }).click();
    await page.getByRole("button", { name: "Change address" }).click();
    await expect(page.getByRole("radio", { name: /Lindenstrasse 12/ })).toBeChecked();
    await expectAccessible(page);
    await page.getByRole("button", { name: "On to shipping" }).click();
    await enterCard(page, cards.pays);
    await payButton(page).click();
    const id = await expectOrderPage(page);
    await expect(page.getByRole("heading", { name: "Have it all in one place" })).toBeHidden();
    return id;
  });

  await page.goto("/account/orders");
  await page.getByRole("link", { name: /Being packed/ }).click();
  await expect(page).toHaveURL(new RegExp(`/orders/${orderId}$`));
});

test("the bag of a guest joins the one of the account, also when another device filled that", async ({
  browser,
  page,
  shelf,
  integrator,
}) => {
  const email = await makeAccount(page, integrator);
  await openArticle(page, await shelf.take({ units: 5 }));
  await addToBag(page);

  const device = await browser.newContext();
  const phone = await device.newPage();
  await openArticle(phone, await shelf.take({ units: 5 }));
  await addToBag(phone);
  await phone.goto("/checkout");
  await expect(holdTimer(phone)).toBeVisible();
  await phone.getByRole("link", { name: "Sign in instead" }).click();
  await test.step("a wrong password is told at its field, by the same words as an unknown address", async () => {
    await signIn(phone, email, "not the password");
    await expect(field(phone, "Password")).toHaveAccessibleDescription(
      /The address or the password is not right/,
    );
    await expect(phone.getByRole("group", { name: "1 field needs a look" })).toBeFocused();
    await expect(field(phone, "E-mail")).toHaveValue(email);
    await expectAccessible(phone);
  });
  await signIn(phone, email);
  await expect(phone).toHaveURL(/\/checkout$/);
  await expect(bagLink(phone, 2)).toBeVisible();
  await expect(holdTimer(phone)).toBeVisible();
  await expect(bagLink(page, 2)).toBeVisible();

  await test.step("who signs out leaves the bag with the account", async () => {
    await phone.goto("/");
    await signOut(phone);
    await expect(bagLink(phone, 0)).toBeVisible();
    await expect(bagLink(page, 2)).toBeVisible();
  });
  await device.close();
});

test("what a guest bought is in the account that they make afterwards", async ({ page, shelf }) => {
  const email = newEmail();
  await openArticle(page, await shelf.take({ units: 5 }));
  await addToBag(page);
  await openCheckout(page);
  await enterDelivery(page, email);
  await enterCard(page, cards.pays);
  await payButton(page).click();
  await expectOrderPage(page);
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(field(page, "Your name")).toHaveValue(berlin.name);
  await field(page, "Password").fill(password);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeFocused();
  await confirmAddress(page, email);
  await page.getByRole("link", { name: "To your account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hello, Ana" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Being packed/ })).toBeVisible();
});

test("a forgotten password is set anew by mail, and the link is good once", async ({
  page,
  integrator,
}) => {
  const email = await makeAccount(page, integrator);
  await signOut(page);
  await signInLink(page).click();
  await page.getByRole("link", { name: "Forgot the password?" }).click();
  await expect(page.getByRole("heading", { name: "A new password" })).toBeVisible();
  await field(page, "E-mail").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeFocused();
  const link = await linkTo(email, "Set a new password");
  const set = async (secret: string) => {
    await page.goto(link);
    await field(page, "New password").fill(secret);
    await page.getByRole("button", { name: "Set it" }).click();
  };
  await set("a sentence is fine");
  await expect(page.getByRole("heading", { name: "Your password is set" })).toBeFocused();
  await set("another sentence");
  await expect(page.getByRole("link", { name: "Have a new one sent" })).toBeVisible();
  await page.goto("/account");
  await signIn(page, email, "a sentence is fine");
  await expect(page.getByRole("heading", { level: 1, name: "Hello, Ana" })).toBeVisible();
});
