import { expect, type Locator, type Page } from "@playwright/test";
import type { Article } from "./shelf.ts";

/** Where things are in the storefront, by what they are called; shared by all journeys. */

/** Opens an article with its variant chosen, and waits until the page is alive. */
export async function openArticle(page: Page, { product, variant }: Article): Promise<void> {
  await page.goto(`/products/${product.handle}?variant=${variant.id}`);
  await expect(stockBadge(page)).toBeVisible();
}

/** Moves the pointer, as somebody who is there does, until what a page needs only for them has come. */
export async function showUp(page: Page, what: Locator): Promise<void> {
  await expect(async () => {
    await page.mouse.move(4, 4);
    await page.mouse.move(8, 8);
    await expect(what).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** The live word on the chosen variant's stock. It is there once the browser has heard from the API. */
export function stockBadge(page: Page): Locator {
  return page
    .getByRole("main")
    .getByRole("status")
    .filter({ hasText: /^(In stock|Only \d+ left|Sold out)$/ });
}

export function addButton(page: Page): Locator {
  return page.getByRole("button", { name: /^Add to bag/ });
}

/** The header's way to the bag, which says how many objects are in it. */
export function bagLink(page: Page, units?: number): Locator {
  const count =
    units === undefined ? "\\d+ objects?" : units === 1 ? "1 object" : `${units} objects`;
  return page.getByRole("banner").getByRole("link", { name: new RegExp(`^Bag, ?${count}$`) });
}

export function drawer(page: Page): Locator {
  return page.getByRole("dialog", { name: "Your bag" });
}

export async function openDrawer(page: Page): Promise<Locator> {
  await bagLink(page).click();
  await expect(drawer(page)).toBeVisible();
  return drawer(page);
}

/** The field that says how many of an article are in the bag. */
export function quantityField(within: Page | Locator, { product }: Article): Locator {
  return within.getByRole("textbox", { name: `Quantity: ${product.title}` });
}

/** Puts the open article into the bag and waits until the shop has it. */
export async function addToBag(page: Page): Promise<void> {
  const answer = page.waitForResponse((response) =>
    response.url().includes("cart.applyOperations"),
  );
  await addButton(page).click();
  expect((await answer).ok()).toBe(true);
}

/** The stream's state, as the line under the header tells it. */
export function liveLine(page: Page, state: "live" | "reconnecting"): Locator {
  const name = state === "live" ? /^Live/ : /^(Reconnecting|You are offline)/;
  return page.getByRole("img", { name });
}

export async function expectLive(page: Page): Promise<void> {
  await expect(liveLine(page, "live")).toBeVisible();
}
