import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserType, Page, PlaywrightWorkerOptions } from "@playwright/test";
import { env } from "../support/env.ts";
import type { Article } from "../support/shelf.ts";
import {
  addButton,
  addToBag,
  bagLink,
  expectLive,
  openArticle,
  openDrawer,
  quantityField,
  stockBadge,
} from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test("where a browser keeps nothing, the shop works for as long as the page", async ({
  playwright,
  launchOptions,
  shelf,
}) => {
  const [first, second] = [await shelf.take({ units: 9 }), await shelf.take({ units: 9 })];
  await withoutSiteData(playwright.chromium, launchOptions, async (page) => {
    await openArticle(page, first);
    await expectLive(page);
    await addToBag(page);
    await expect(bagLink(page, 1)).toBeVisible();

    await test.step("a chosen theme stays while the shopper goes on", async () => {
      const dark = page.getByRole("radio", { name: "Dark" });
      await dark.check({ force: true });
      await searchFor(page, second);
      await expect(dark).toBeChecked();
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    });

    await test.step("what is added next goes into the same bag, which survives a look elsewhere", async () => {
      await addToBag(page);
      await expect(bagLink(page, 2)).toBeVisible();
      const looked = page.waitForResponse((response) => /cart\.(current|get)/.test(response.url()));
      await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
      await looked;
      const bag = await openDrawer(page);
      for (const article of [first, second])
        await expect(quantityField(bag, article)).toHaveValue("1");
    });

    await test.step("and can be bought", async () => {
      await page.getByRole("link", { name: /^Check out/ }).click();
      await expect(page.getByLabel("E-mail")).toBeVisible();
    });
  });
});

test("on a full disk a press is answered and sent", async ({ page, shelf }) => {
  const article = await shelf.take({ units: 9 });
  await openArticle(page, article);
  await fillDisk(page);
  await addToBag(page);
  await addButton(page).click();
  await expect(bagLink(page, 2)).toBeVisible();
  await searchFor(page, article);
  await page.goto("/cart");
  await expect(quantityField(page, article)).toHaveValue("2");
});

/** To an article's page by its name. */
async function searchFor(page: Page, { product }: Article): Promise<void> {
  await page.getByRole("combobox", { name: "Search the shop" }).fill(product.title);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=/);
  await page
    .getByRole("main")
    .getByRole("article")
    .getByRole("link", { name: product.title, exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: product.title })).toBeVisible();
  await expect(stockBadge(page)).toBeVisible();
}

/** A browser whose owner lets no page keep anything, cookies included. */
async function withoutSiteData(
  chromium: BrowserType,
  launchOptions: PlaywrightWorkerOptions["launchOptions"],
  story: (page: Page) => Promise<void>,
): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "meridian-profile-"));
  await mkdir(join(profile, "Default"));
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    baseURL: env.webUrl,
    locale: "en-IE",
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
  });
  try {
    await story(await context.newPage());
  } finally {
    await context.close();
    await rm(profile, { recursive: true });
  }
}

/** Nothing more can be written, to the databases of this origin or to its storage. */
async function fillDisk(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await devTools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 0 });
  await page.evaluate(() => {
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) localStorage.setItem(`full.${size}.${Math.random()}`, "x".repeat(size));
      } catch {
        // Full for this size.
      }
    }
  });
}
