import { expect } from "@playwright/test";
import { makeAccount } from "../support/account.ts";
import { openListOf, tool, wishCard, wishFor } from "../support/collecting.ts";
import { stockBadge } from "../support/storefront.ts";
import type { Traveller } from "./tour.ts";

/** What a shopper collects: wishes, things to compare, and what was looked at. */
export async function collectingLeg({ page, shelf, integrator, look }: Traveller): Promise<void> {
  const { product } = await shelf.take({ units: 3, handle: "amphora-vase" });
  await page.goto("/wishlist");
  await expect(page.getByText(/^Nothing on it yet/)).toBeVisible();
  await look("wish list, empty");
  await page.goto("/compare");
  await expect(page.getByRole("heading", { level: 1, name: "Compare" })).toBeVisible();
  await look("comparison, empty");
  await openListOf(page, product);
  await wishFor(page, product);
  await tool(page, "pick", product).first().click();
  await expect(page.getByRole("region", { name: "Compare" })).toBeVisible();
  await look("list, one wished for and picked");
  await tool(page, "view", product).first().click();
  await expect(page.getByRole("dialog", { name: product.title })).toBeVisible();
  await look("quick view");
  const handles = [
    product.handle,
    ...(await integrator.products("limit=2&sort=title")).map(({ handle }) => handle),
  ];
  await page.goto(`/compare?products=${handles.join(",")}`);
  await expect(page.getByRole("table")).toBeVisible();
  await look("comparison");
  await page.goto(`/products/${product.handle}`);
  await expect(stockBadge(page)).toBeVisible();
  await page.goto("/search?q=zzzzqqqq");
  await expect(page.getByRole("region", { name: "You looked at" }).getByRole("link")).toHaveCount(
    1,
  );
  await look("recently viewed");
  await makeAccount(page, integrator);
  await page.goto("/wishlist");
  await expect(wishCard(page, product)).toBeVisible();
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = page.getByRole("textbox", { name: "The list’s link" });
  await expect(link).toBeVisible();
  await look("wish list, shared");
  await page.goto(await link.inputValue());
  await expect(page.getByRole("heading", { level: 1, name: "A wish list" })).toBeVisible();
  await look("a shared wish list");
  await page.goto(`/wishlist/${"x".repeat(32)}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await look("a wish list that is shared no more");
}
