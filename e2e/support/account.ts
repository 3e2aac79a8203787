import { execFile } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, type Locator, type Page } from "@playwright/test";
import { env } from "./env.ts";
import type { Integrator } from "./integrator.ts";
import { linkTo } from "./mailbox.ts";

export const password = "correct horse battery";

export const randomEmail = /ana\.[0-9a-f-]{36}@example\.com/;

export function newEmail(): string {
  return `ana.${randomUUID()}@example.com`;
}

/** The field of this name on the page that is shown; pages that were left are kept, out of sight. */
export function field(page: Page, label: string): Locator {
  return page.getByLabel(label, { exact: true }).filter({ visible: true });
}

/**
 * Registers by REST and follows the mail's link in this browser, which is signed in then. Each comes from an address of
 * their own, as shoppers do: one address may ask for no more than some mails an hour.
 */
export async function makeAccount(page: Page, integrator: Integrator): Promise<string> {
  const email = newEmail();
  const body = { name: "Ana Weiss", email, password };
  const headers = { "x-forwarded-for": `198.51.100.${randomInt(1, 255)}` };
  expect((await integrator.send("POST", "/users", { body, headers })).ok()).toBe(true);
  await confirmAddress(page, email);
  return email;
}

/** As the shopkeeper does it in a terminal: `pnpm meridian role`. */
export async function makeStaff(email: string): Promise<void> {
  const meridian = fileURLToPath(new URL("../../packages/db/src/cli/main.ts", import.meta.url));
  await promisify(execFile)(process.execPath, [meridian, "role", email, "staff"], {
    env: { ...process.env, MERIDIAN_DATA: env.data },
  });
}

/** Follows the link that confirms an address. */
export async function confirmAddress(page: Page, email: string): Promise<void> {
  await page.goto(await linkTo(email, "Confirm your address"));
  await page.getByRole("button", { name: "Confirm it" }).click();
  await expect(page.getByRole("heading", { name: "Your account is ready" })).toBeVisible();
}

/** Types the password at a page that asks who is there. */
export async function signIn(page: Page, email: string, secret = password): Promise<void> {
  const button = page.getByRole("button", { name: "Sign in", exact: true });
  // Another page with such fields may be on its way out.
  await expect(button).toBeVisible();
  await field(page, "E-mail").fill(email);
  await field(page, "Password").fill(secret);
  await button.click();
}

/** The header's way to the account, when somebody is signed in. */
export function accountButton(page: Page): Locator {
  return page.getByRole("banner").getByRole("button", { name: /^Your account/ });
}

export function signInLink(page: Page): Locator {
  return page.getByRole("banner").getByRole("link", { name: "Sign in" });
}

export async function signOut(page: Page): Promise<void> {
  await accountButton(page).click();
  const menu = page.getByRole("navigation", { name: "Your account", exact: true });
  await menu.getByRole("button", { name: "Sign out" }).click();
  await expect(signInLink(page)).toBeVisible();
}
