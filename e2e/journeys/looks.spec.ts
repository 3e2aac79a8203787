/**
 * Pages that look the same whatever was bought meanwhile, held against pictures that somebody looked at: e2e/looks.
 * A change that is meant is taken with `pnpm e2e looks --update-snapshots`, and looked at.
 */
import { expect, type Browser, type Page } from "@playwright/test";
import { test } from "../support/test.ts";

const pages = {
  "bag, empty": "/cart",
  "nothing found": "/search?q=zzzzqqqq",
  "no such page": "/no/such/page",
  "sign in": "/account/sign-in",
  "sign up": "/account/sign-up",
  "wish list, empty": "/wishlist",
  "comparison, empty": "/compare",
  "sign in, in German": "/de/account/sign-in",
  "sign in, in Japanese": "/ja/account/sign-in",
  // The last: what was looked at is shown elsewhere.
  product: "/products/rosehip-teapot",
};
const widths = { phone: 375, desk: 1440 };

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("every page looks as it did", async ({ page, browser }) => {
      for (const [name, address] of Object.entries(pages)) {
        await page.goto(address);
        for (const [device, width] of Object.entries(widths)) {
          await page.setViewportSize({ width, height: width < 700 ? 812 : 900 });
          const picture = await thumbnail(browser, await lookAt(page));
          expect
            .soft(picture)
            .toMatchSnapshot(`${name}, ${device}, ${colorScheme}.png`, { maxDiffPixelRatio: 0.01 });
        }
      }
    });
  });
}

/** What is seen without scrolling, with what is alive in it (stock, stream) covered. */
async function lookAt(page: Page): Promise<Buffer> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const seen = [...document.images].filter(
      (image) => image.getBoundingClientRect().top < innerHeight && image.loading !== "lazy",
    );
    await Promise.all(seen.map((image) => image.decode().catch(() => undefined)));
  });
  return page.screenshot({
    animations: "disabled",
    caret: "hide",
    mask: [page.locator("[role=status], [role=timer]"), page.locator("header svg")],
    maskColor: "#808080",
  });
}

/** A third of the size: what another version of the browser draws a little otherwise is not seen, what moved is. */
async function thumbnail(browser: Browser, picture: Buffer): Promise<Buffer> {
  const page = await browser.newPage({
    deviceScaleFactor: 1 / 3,
    viewport: { width: 1500, height: 950 },
  });
  try {
    await page.setContent(
      `<style>*{margin:0}</style><img src="data:image/png;base64,${picture.toString("base64")}">`,
    );
    const image = page.locator("img");
    await image.evaluate((element) => (element as HTMLImageElement).decode());
    return await image.screenshot();
  } finally {
    await page.close();
  }
}
