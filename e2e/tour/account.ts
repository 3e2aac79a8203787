import { expect } from "@playwright/test";
import { accountButton, makeAccount } from "../support/account.ts";
import type { Traveller } from "./tour.ts";

/** From the doors of the account to its last page. */
export async function accountLeg({ page, integrator, look }: Traveller): Promise<void> {
  const open = async (state: string, address: string, heading: string) => {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await look(state);
  };
  await open("sign in", "/account/sign-in", "Welcome back");
  await open("sign up", "/account/sign-up", "Make an account");
  await open("forgotten password", "/account/forgotten", "A new password");
  await open("confirm an address", "/account/verify?token=old", "Confirm your address");
  await page.getByRole("button", { name: "Confirm it" }).click();
  await expect(page.getByRole("heading", { name: /^This link/ })).toBeFocused();
  await look("a link that is too old");
  await open("set a password", "/account/password?token=old", "Set a new password");
  await makeAccount(page, integrator);
  await open("account", "/account", "Hello, Ana");
  await open("account, orders", "/account/orders", "Your orders");
  await open("account, addresses", "/account/addresses", "Your addresses");
  await page.getByRole("button", { name: "Add an address" }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("group", { name: /fields need a look/ })).toBeFocused();
  await look("account, an address that needs a look");
  await open("account, preferences", "/account/preferences", "Preferences");
  await open("account, security", "/account/security", "Security");
  await open("account, privacy", "/account/privacy", "Privacy");
  await accountButton(page).click();
  await expect(page.getByRole("button", { name: "Sign out" }).first()).toBeVisible();
  await look("account, menu");
}
