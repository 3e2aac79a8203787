/**
 * Pages that look the same whatever was bought meanwhile, held against pictures that somebody looked at: e2e/looks.
 * A change that is meant is taken with `pnpm e2e looks --update-snapshots`, and looked at.
 */
import { expect, type Browser, type Page } from "@playwright/test";
import { test } from "../support/test.ts";

/** Where each is, and a word that it says once all of it is there. */
const pages = {
  "bag, empty": { address: "/cart", says: "Nothing in here yet." },
  "nothing found": { address: "/search?q=zzzzqqqq", says: "Nothing called" },
  "no such page": { address: "/no/such/page", says: "Nothing stands here" },
  "sign in": { address: "/account/sign-in", says: "Welcome back" },
  "sign up": { address: "/account/sign-up", says: "Make an account" },
  "wish list, empty": { address: "/wishlist", says: "Nothing on it yet." },
  "comparison, empty": { address: "/compare", says: "Nothing to compare yet." },
  "sign in, in German": { address: "/de/account/sign-in", says: "Willkommen zurück" },
  "sign in, in Japanese": { address: "/ja/account/sign-in", says: "おかえりなさい" },
  // The last: what was looked at is shown elsewhere.
  product: { address: "/products/rosehip-teapot", says: "Rosehip Teapot" },
};
const widths = { phone: 375, desk: 1440 };

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("every page looks as it did", async ({ page, browser }) => {
      for (const [name, { address, says }] of Object.entries(pages)) {
        await page.goto(address);
        await expect(page.getByRole("main").getByText(says).first()).toBeVisible();
        for (const [device, width] of Object.entries(widths)) {
          await page.setViewportSize({ width, height: width < 700 ? 812 : 900 });
          const file = `${name}, ${device}, ${colorScheme}.png`;
          // Until all that comes later has come: a face, a picture.
          await expect(async () => {
            const picture = await thumbnail(browser, await lookAt(page));
            expect(picture).toMatchSnapshot(file, { maxDiffPixelRatio: 0.01 });
          }).toPass({ timeout: 30_000 });
        }
      }
    });
  });
}

/** What is seen without scrolling, with what is alive in it (stock, stream) covered. */
async function lookAt(page: Page): Promise<Buffer> {
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
