/** What a machine's look at one size does not see: other languages, hardly any room, the shopper's own colours. */
import type { Locator } from "@playwright/test";
import { expectToFit } from "../support/accessibility.ts";
import { showUp } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

const teapot = "/products/rosehip-teapot";
const pages = ["", teapot, "/categories/kitchen", `/search?q=${"あ".repeat(20)}`, "/cart"];

for (const language of ["de", "ja"]) {
  test(`320 px are enough at /${language}, for long words too`, async ({ page }) => {
    for (const address of pages) {
      await page.goto(`/${language}${address}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectToFit(page, 320);
    }
  });
}

test("beside a short list of products the filters make the page no longer than it is", async ({
  page,
}) => {
  await page.goto("/search?q=lamp");
  await expect(page.getByRole("heading", { name: "Availability" })).toBeVisible();
  const below = await page.evaluate(() => {
    const end = document.querySelector("footer")?.getBoundingClientRect().bottom ?? 0;
    return document.documentElement.scrollHeight - (end + scrollY);
  });
  expect(below).toBeLessThan(1);
});

test("on a phone the filters lead to what they leave", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await page.goto("/categories/kitchen");
  await page.getByText("Filter", { exact: true }).click();
  await page.getByRole("link", { name: /^Show \d+ objects$/ }).click();
  await expect(page.getByRole("main").getByRole("article").first()).toBeInViewport();
});

test("at 400 % the page is not covered by what stays in sight elsewhere", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(teapot);
  await showUp(page, page.getByRole("button", { name: /^Add to bag/ }).first());
  await page.getByRole("heading", { name: "Reviews" }).scrollIntoViewIfNeeded();
  await expect(page.getByRole("banner")).not.toBeInViewport();
  await expect(page.locator(".buy-bar")).toBeHidden();
});

test("in the shopper's own colours what is chosen and what can be filled in has an edge", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(teapot);
  const face = (value: string) => page.locator("label", { hasText: value }).locator("span").first();
  await expect.poll(() => edge(face("Poppy"))).toBeGreaterThan(await edge(face("Lagoon")));
  expect(await edge(face("Lagoon"))).toBeGreaterThan(0);
  const swatch = face("Lagoon").locator("[aria-hidden]");
  expect(await colour(swatch)).not.toBe(await colour(page.locator("body")));
  expect(await edge(page.getByRole("combobox", { name: "Search the shop" }))).toBeGreaterThan(0);
});

test("the pictures of a product are led through with arrow keys, and enlarged with Enter", async ({
  page,
}) => {
  await page.goto(teapot);
  const pictures = page.getByRole("region", { name: "Pictures" });
  const enlarge = pictures.getByRole("button", { name: "Enlarge the picture" });
  const second = pictures.getByRole("button", { name: /^Picture 2 / });
  await enlarge.focus();
  await expect(async () => {
    if ((await second.getAttribute("aria-current")) !== "true")
      await page.keyboard.press("ArrowRight");
    await expect(second).toHaveAttribute("aria-current", "true", { timeout: 250 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Enlarged picture" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(enlarge).toBeFocused();
});

/** How thick the line around it is that a forced palette keeps. */
function edge(of: Locator): Promise<number> {
  return of.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === "none" ? 0 : parseFloat(outlineWidth);
  });
}

function colour(of: Locator): Promise<string> {
  return of.evaluate((element) => getComputedStyle(element).backgroundColor);
}
