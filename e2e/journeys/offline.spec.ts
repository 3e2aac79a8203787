import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessibility.ts";
import { makeAccount, signOut } from "../support/account.ts";
import { wishFor } from "../support/collecting.ts";
import { cartIdOf } from "../support/guest-cart.ts";
import { openReleases } from "../support/releases.ts";
import {
  addButton,
  addToBag,
  bagLink,
  openArticle,
  openDrawer,
  quantityField,
} from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

/** What the service worker has of this shop, by cache. */
function keptPaths(page: Page, cache: string): Promise<string[]> {
  return page.evaluate(async (name) => {
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  }, cache);
}

/** Resolves when the page is kept: it is not before the worker is there and the page is idle. */
async function expectKept(page: Page, path = new URL(page.url()).pathname): Promise<void> {
  await expect.poll(() => keptPaths(page, "meridian.pages")).toContain(path);
  await expect
    .poll(() => keptPaths(page, "meridian.pinned"))
    .toEqual(expect.arrayContaining(["/cart", "/offline"]));
}

/** Files that kept pages name and the device does not have. */
function missingFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const files = await caches.open("meridian.files");
    const has = new Set((await files.keys()).map(({ url }) => new URL(url).pathname));
    const named: string[] = [];
    for (const name of ["meridian.pages", "meridian.pinned"]) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const text = (await (await cache.match(request, { ignoreVary: true }))?.text()) ?? "";
        named.push(...(text.match(/\/_next\/static\/chunks\/[\w.~-]+/g) ?? []));
      }
    }
    return [...new Set(named)].filter((path) => !has.has(path));
  });
}

const banner = (page: Page) =>
  page.getByText("You are offline. Prices and stock may have changed.");

test("without a connection one reads what was visited, changes the bag, comes back, and all of it arrives", async ({
  context,
  page,
  shelf,
  integrator,
}) => {
  const [teapot, lamp] = [await shelf.take({ units: 50 }), await shelf.take({ units: 50 })];
  await page.goto("/");
  await expectKept(page);
  await openArticle(page, teapot);
  await addToBag(page);
  await expectKept(page);
  await context.setOffline(true);

  await test.step("a visited page is there again, with its picture, and says that it may be old", async () => {
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: teapot.product.title })).toBeVisible();
    await expect(banner(page)).toBeVisible();
    await expect(bagLink(page, 1)).toBeVisible();
    const picture = page.getByRole("main").getByRole("img").first();
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
  });

  await test.step("stock is not told by a number that may be old", async () => {
    await expect(
      page
        .getByRole("main")
        .getByText(/Stock is being checked|could not be read/)
        .first(),
    ).toBeVisible();
    await expect(page.getByRole("main").getByText(/^(In stock|Only \d+ left)$/)).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("the bag is there, and changes", async () => {
    await page.goto("/cart");
    const main = page.getByRole("main");
    await expect(quantityField(main, teapot)).toHaveValue("1");
    await main.getByRole("button", { name: `One more: ${teapot.product.title}` }).click();
    await expect(page.getByText("1 change to your bag is kept")).toBeVisible();
    await page.reload();
    await expect(quantityField(main, teapot)).toHaveValue("2");
    await expect(page.getByText("1 change to your bag is kept")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the home page is there; what was not visited is a page that says so", async () => {
    await page.getByRole("link", { name: "Meridian, home" }).click();
    await expect(page).toHaveTitle(/^Meridian/);
    await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
    await page.goto(`/products/${lamp.product.handle}?variant=${lamp.variant.id}`);
    await expect(page.getByRole("heading", { level: 1, name: "You are offline" })).toBeVisible();
    await expect(page.getByRole("link", { name: teapot.product.title }).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("back again, the page that was wanted opens, and the bag has arrived", async () => {
    await context.setOffline(false);
    await expect(page.getByRole("heading", { level: 1, name: lamp.product.title })).toBeVisible();
    await expect(banner(page)).toBeHidden();
    await addButton(page).click();
    await expect(bagLink(page, 3)).toBeVisible();
    await expect
      .poll(async () => {
        const { lines } = await integrator.cart(await cartIdOf(context));
        return lines.map(({ variantId, quantity }) => [variantId, quantity]);
      })
      .toEqual([
        [teapot.variant.id, 2],
        [lamp.variant.id, 1],
      ]);
  });
});

test("nothing of one's own is kept, and who signs out leaves no pages behind", async ({
  context,
  page,
  shelf,
  integrator,
}) => {
  const teapot = await shelf.take({ units: 9 });
  await makeAccount(page, integrator);
  await openArticle(page, teapot);
  await addToBag(page);
  await expectKept(page);
  await page.goto("/account/orders");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto("/cart");
  await expectKept(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => /^\/(account|checkout|orders|trpc|api)/.test(path))).toEqual([]);

  await signOut(page);
  await expect
    .poll(() => keptPaths(page, "meridian.pages"))
    .not.toContain(`/products/${teapot.product.handle}`);
  await expectKept(page, "/");
  await context.setOffline(true);
  await page.goto("/account/orders");
  await expect(page.getByRole("heading", { level: 1, name: "You are offline" })).toBeVisible();
  await page.goto("/cart");
  await expect(page.getByText("Nothing in here yet.")).toBeVisible();
  await context.setOffline(false);
});

test("a page is there under each of its addresses; in another language or market it is offered", async ({
  context,
  page,
  shelf,
}) => {
  const { product } = await shelf.take({ units: 9 });
  const path = `/products/${product.handle}`;
  const title = page.getByRole("heading", { level: 1, name: product.title });
  await page.goto("/de/uk/cart");
  await expect
    .poll(() => keptPaths(page, "meridian.pinned"))
    .toEqual(expect.arrayContaining(["/de/cart", "/de/offline"]));
  await page.goto(`/uk${path}`);
  await expectKept(page, path);
  await context.setOffline(true);

  for (const address of [path, `/uk${path}`, `/en/uk${path}`]) {
    await page.goto(address);
    await expect(title).toBeVisible();
    await expect(page.getByRole("main").getByText(/^£/).first()).toBeVisible();
  }

  await page.goto(`/us${path}`);
  await expect(page.getByRole("heading", { level: 1, name: "You are offline" })).toBeVisible();
  const before = page.getByRole("region", { name: "As you saw it before" });
  await expect(before).toContainText("English · United Kingdom");
  await expectAccessible(page);
  await before.getByRole("link", { name: product.title }).click();
  await expect(title).toBeVisible();

  await page.goto(`/de${path}`);
  await expect(page.getByRole("heading", { level: 1, name: "Du bist offline" })).toBeVisible();
  await expect(page.getByRole("region", { name: "So hast du sie schon gesehen" })).toContainText(
    "English · Vereinigtes Königreich",
  );
  await context.setOffline(false);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { level: 1, name: "Du bist offline" })).toBeHidden();
});

test("an address of another market where no page is costs no kept page", async ({
  context,
  page,
  shelf,
}) => {
  const { product } = await shelf.take({ units: 9 });
  const path = `/products/${product.handle}`;
  await page.goto(`/eu${path}`);
  await expectKept(page, path);
  await page.goto("/uk/typo");
  await page.goto("/uk/typo?language=en");
  await page.evaluate(() => {
    const tell = (visited: string, market: string) =>
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's
      navigator.serviceWorker.controller?.postMessage({
        page: visited,
        market,
        pinned: ["/cart", "/offline"],
        files: [],
      });
    tell("/uk/typo", "uk");
    // Visits are kept one after the other: when this one is, the other is over.
    tell("/compare", "eu");
  });
  await expectKept(page, "/compare");
  expect(await keptPaths(page, "meridian.pages")).toContain(path);

  await context.setOffline(true);
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1, name: product.title })).toBeVisible();
  await expect(page.getByRole("main").getByText(/^€/).first()).toBeVisible();
  await context.setOffline(false);
});

test("what was kept before a release works after it, without a connection and with one; what no page needs goes", async ({
  context,
  page,
  shelf,
}) => {
  const { product, variant } = await shelf.take({ units: 9 });
  const releases = await openReleases();
  const visit = async (path: string) => {
    await page.goto(releases.url + path);
    await expectKept(page, path);
    await expect.poll(() => missingFiles(page)).toEqual([]);
  };
  try {
    const path = `/products/${product.handle}`;
    await visit(path);
    releases.next();
    await visit("/");
    await context.setOffline(true);

    await test.step("without a connection: also what is loaded when it is pressed", async () => {
      await page.goto(`${releases.url}${path}?variant=${variant.id}`);
      await expect(page.getByRole("heading", { level: 1, name: product.title })).toBeVisible();
      await addButton(page).click();
      await expect(bagLink(page, 1)).toBeVisible();
      const bag = await openDrawer(page);
      await expect(bag.getByText(product.title).first()).toBeVisible();
      await page.keyboard.press("Escape");
    });

    await test.step("back again, on the page of the release before: it goes on, into the new one", async () => {
      await context.setOffline(false);
      await wishFor(page, product);
      await page.getByRole("link", { name: "Meridian, home" }).click();
      await expect(page).toHaveTitle(/^Meridian/);
      await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
      await expect(bagLink(page, 1)).toBeVisible();
    });

    await test.step("the device keeps no release for ever", async () => {
      const shelves = await page
        .locator("#shop-menu a[href^='/categories/']")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      for (const category of shelves.slice(0, 6)) {
        releases.next();
        await visit(category);
        await expect
          .poll(async () => (await keptPaths(page, "meridian.files")).length)
          .toBeLessThanOrEqual(300);
        await expect.poll(() => missingFiles(page)).toEqual([]);
      }
      await context.setOffline(true);
      await page.goto(releases.url);
      await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
      await expect(banner(page)).toBeVisible();
    });
  } finally {
    await context.setOffline(false);
    releases.close();
  }
});
