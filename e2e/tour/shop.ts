import { expect, type Page } from "@playwright/test";
import type { Traveller } from "./tour.ts";

/** What anybody sees without a bag or an account. */
export async function shopLeg({ page, shelf, look }: Traveller): Promise<void> {
  const { product } = await shelf.take({ units: 2, handle: "rosehip-teapot" });
  const open = async (state: string, address: string) => {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await look(state);
  };
  // The drop may have been another one before.
  await expect(async () => {
    await page.goto("/");
    await expect(page.getByText("Open now")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await look("home");
  await openFirstCategory(page);
  await look("category");
  await openFirstCollection(page);
  await look("collection");
  await open("search", "/search?q=lamp");
  await open("search, nothing found", "/search?q=zzzzqqqq");
  await open("product", `/products/${product.handle}`);
  await page.getByRole("button", { name: "Enlarge the picture" }).click();
  await expect(page.getByRole("dialog", { name: "Enlarged picture" })).toBeVisible();
  await look("product, enlarged");
  await open("bag, empty", "/cart");
  await open(
    "not into the bag",
    `/cart/refused?reason=cart.out_of_stock&product=${product.handle}`,
  );
  await open("no such page", "/no/such/page");

  await page.goto("/");
  await page.getByRole("combobox", { name: "Search the shop" }).pressSequentially("la");
  await expect(page.getByRole("option").first()).toBeVisible();
  await look("suggestions");
  await page.goto("/");
  await page.getByRole("button", { name: "Shop" }).click();
  await look("menu");
  const size = page.viewportSize();
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto("/search?q=lamp");
  await page.getByText("Filter", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "Availability" })).toBeVisible();
  await look("filters, opened on a phone");
  if (size) await page.setViewportSize(size);
}

async function openFirstCategory(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Shop" }).click();
  const menu = page.getByRole("navigation", { name: "Categories and collections" });
  await menu.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/categories\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}

async function openFirstCollection(page: Page): Promise<void> {
  await page.goto("/");
  await page.locator("main a[href*='/collections/']").first().click();
  await expect(page).toHaveURL(/\/collections\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}
