import { expect, type Locator, type Page } from "@playwright/test";
import type { Product } from "./wire.ts";

/** What stands on a product's cards, and beside its name. */
export function tool(
  within: Page | Locator,
  act: "wish" | "pick" | "view",
  { title }: Pick<Product, "title">,
): Locator {
  const name = {
    wish: `Put ${title} on the wish list`,
    pick: `Compare ${title}`,
    view: `Quick view: ${title}`,
  }[act];
  return within.getByRole("button", { name, exact: true }).filter({ visible: true });
}

/** A list with this product in it. */
export async function openListOf(page: Page, { title }: Pick<Product, "title">): Promise<void> {
  await page.goto(`/search?${new URLSearchParams({ q: title }).toString()}`);
  await expect(tool(page, "wish", { title }).first()).toBeVisible();
}

/** Presses a heart and waits until the page says so; for who is signed in, until the shop has it. */
export async function wishFor(page: Page, product: Pick<Product, "title">): Promise<void> {
  const heart = tool(page, "wish", product).first();
  await heart.click();
  await expect(heart).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("On your wish list.")).toBeVisible();
}

/** The wish of this name on the list's page. */
export function wishCard(page: Page, { title }: Pick<Product, "title">): Locator {
  return page
    .getByRole("main")
    .getByRole("article")
    .filter({ has: page.getByRole("heading", { name: title, exact: true }) });
}
