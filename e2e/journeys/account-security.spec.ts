import { readFile } from "node:fs/promises";
import { totpOf } from "@meridian/tooling/testing/totp.ts";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessibility.ts";
import {
  accountButton,
  field,
  makeAccount,
  password,
  signIn,
  signInLink,
  signOut,
} from "../support/account.ts";
import { enterAddress, holdTimer, openCheckout } from "../support/checkout.ts";
import { addButton, addToBag, bagLink, openArticle, openDrawer } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

const home = { level: 1, name: "Hello, Ana" } as const;

test("a passkey signs in by itself", async ({ page, integrator }) => {
  const device = await plugIn(page);
  await makeAccount(page, integrator);
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const keys = page.getByRole("list", { name: "Your passkeys" });
  await expect(keys.getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page);
  // What is offered below the field would be taken at once by a device whose owner always agrees.
  await device.agree(false);
  await signOut(page);
  await page.goto("/account");
  const button = page.getByRole("button", { name: "Sign in with a passkey" });
  await expect(button).toBeVisible();
  await device.agree(true);
  // Unless the device has taken the offer below the field by then, and the button is gone.
  await button.click({ timeout: 5_000 }).catch(() => {});
  await expect(page.getByRole("heading", home)).toBeVisible();

  await page.goto("/account/security");
  await keys.getByRole("button", { name: /^Remove/ }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(keys).toBeHidden();
});

test("with an authenticator app a password alone opens nothing; a backup code does when it is lost", async ({
  page,
  integrator,
}) => {
  const email = await makeAccount(page, integrator);
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Set it up" }).click();
  await field(page, "Your password").fill("not the password");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(field(page, "Your password")).toHaveAccessibleDescription(
    /This is not your password/,
  );
  await field(page, "Your password").fill(password);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  await expectAccessible(page);
  const secret = await page.getByRole("code").textContent();
  await field(page, "The six digits that it shows").fill(totpOf(secret ?? ""));
  await page.getByRole("button", { name: "Turn it on" }).click();
  const codes = page.getByRole("list", { name: "Backup codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expectAccessible(page);
  const [backupCode = ""] = await codes.allTextContents();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("It is on.")).toBeVisible();

  await signOut(page);
  await page.goto("/account/security");
  await signIn(page, email);
  await expect(page.getByRole("heading", { level: 1, name: "Your code" })).toBeFocused();
  await field(page, "Six digits").fill("000000");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(field(page, "Six digits")).toHaveAccessibleDescription(/not right/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use a backup code" }).click();
  await field(page, "Backup code").fill(backupCode);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("It is on.")).toBeVisible();
});

test("a new password signs out the other devices; all that is known is a file, and can be forgotten", async ({
  browser,
  page,
  integrator,
}) => {
  const email = await makeAccount(page, integrator);
  const device = await browser.newContext();
  const phone = await device.newPage();
  await phone.goto("/account");
  await signIn(phone, email);
  await expect(phone.getByRole("heading", home)).toBeVisible();

  await page.goto("/account/security");
  await field(page, "Present password").fill(password);
  await field(page, "New password").fill("a longer password");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Changed.")).toBeVisible();
  await phone.goto("/account");
  await expect(phone.getByRole("heading", { name: "Sign in to see this" })).toBeVisible();

  await page.goto("/account/preferences");
  const consent = page.getByRole("checkbox", { name: /^Tell me by mail/ });
  await consent.check();
  await expect(page.getByText(/^You agreed on/)).toBeVisible();

  await page.goto("/account/privacy");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download it" }).click();
  const copy: unknown = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(copy).toMatchObject({ user: { email }, consents: [{ isGiven: true }] });

  await page.getByRole("button", { name: "Erase my account" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Your e-mail address").fill("somebody@example.com");
  await dialog.getByRole("button", { name: "Erase it for good" }).click();
  await expect(dialog.getByLabel("Your e-mail address")).toHaveAccessibleDescription(/not your/);
  await expectAccessible(page);
  await dialog.getByLabel("Your e-mail address").fill(email);
  await dialog.getByRole("button", { name: "Erase it for good" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are erased" })).toBeVisible();
  await expect(accountButton(page)).toBeHidden();
  await page.goto("/account");
  await signIn(page, email, "a longer password");
  await expect(page.getByText("The address or the password is not right.").first()).toBeVisible();
  await device.close();
});

test("what was typed at a checkout goes from every tab with who typed it", async ({
  context,
  page,
  integrator,
  shelf,
}) => {
  const article = await shelf.take({ units: 9 });
  await makeAccount(page, integrator);
  const emptyContact = async () => {
    await expect(field(page, "E-mail")).toBeVisible();
    await expect(field(page, "E-mail")).toHaveValue("");
    await expect(page.getByText("Ana Weiss")).toBeHidden();
  };
  const other = await context.newPage();
  await test.step("a page that was left comes back without it", async () => {
    await openArticle(page, article);
    await addToBag(page);
    await (await openDrawer(page)).getByRole("link", { name: /^Check out/ }).click();
    await expect(holdTimer(page)).toBeVisible();
    await enterAddress(page);
    await expect(page.getByLabel("Card number")).toBeVisible();
    await page.goBack();
    await other.goto("/");
    await signOut(other);
    await expect(signInLink(page)).toBeVisible();
    await addButton(page).click();
    await expect(bagLink(page, 1)).toBeVisible();
    await (await openDrawer(page)).getByRole("link", { name: /^Check out/ }).click();
    await emptyContact();
  });
  await test.step("and so does a tab that was elsewhere meanwhile", async () => {
    await makeAccount(other, integrator);
    await openCheckout(page);
    await enterAddress(page);
    await expect(page.getByLabel("Card number")).toBeVisible();
    await page.goto("about:blank");
    await signOut(other);
    await openArticle(page, article);
    await addToBag(page);
    await openCheckout(page);
    await emptyContact();
  });
});

/** A device with a key store, which makes sure that it is its owner who agrees. */
async function plugIn(page: Page) {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("WebAuthn.enable");
  const { authenticatorId } = await devTools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    agree: (enabled: boolean) =>
      devTools.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled }),
  };
}
