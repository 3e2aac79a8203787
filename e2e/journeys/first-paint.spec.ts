import type { Page } from "@playwright/test";
import { addToBag, openArticle } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

/** Until `release` is called nothing is heard of the bag. */
async function holdBackBag(page: Page) {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/\/trpc\/.*cart\.current/, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** How many changes of the bag this device has not seen answered. */
function waitingChanges(page: Page): Promise<number> {
  return page.evaluate(
    () => Object.keys(localStorage).filter((key) => key.startsWith("meridian.cart.intent.")).length,
  );
}

for (const address of ["/", "/categories/kitchen", "/products/orchard-soap"]) {
  test(`${address} brings its style sheet with it, once, and asks first for the picture it begins with`, async ({
    request,
  }) => {
    const html = await (await request.get(address)).text();
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html).not.toContain('rel="stylesheet"');
    const picture = /<link rel="preload" as="image" [^>]*imageSrcSet="([^ "]+\.avif) /.exec(html);
    expect(html.indexOf(picture?.[0] ?? "none")).toBeLessThan(html.indexOf("<style"));
    expect(picture?.index).toBeGreaterThan(0);
    expect((await request.get(picture?.[1] ?? "/none")).status()).toBe(200);
  });
}

test("the framework's files are compiled while they are fetched", async ({ request }) => {
  const html = await (await request.get("/")).text();
  const files = [...html.matchAll(/<script src="([^"]+\.js)"/g)].map(([, src]) => src ?? "");
  const hinted = await Promise.all(
    files.map(async (file) => (await (await request.get(file)).text()).startsWith("//# all")),
  );
  expect(hinted.filter(Boolean).length).toBeGreaterThanOrEqual(3);
});

test("where no bag was seen its page says so at once; else it keeps as much room as there were lines", async ({
  page,
  shelf,
}) => {
  const main = page.getByRole("main");
  const empty = main.getByText("Nothing in here yet");
  let release = await holdBackBag(page);
  await page.goto("/cart");
  await expect(empty).toBeVisible();
  release();
  await expect(main.getByRole("list", { name: "Your bag is being fetched" })).toHaveCount(0);
  await expect(empty).toBeVisible();

  await openArticle(page, await shelf.take({ units: 3 }));
  await addToBag(page);
  // What is still to be sent is shown before the bag has come.
  await expect.poll(() => waitingChanges(page)).toBe(0);
  release = await holdBackBag(page);
  await page.goto("/cart");
  const awaited = main.locator(".awaited-lines > li");
  await expect(awaited.first()).toBeVisible();
  await expect(awaited.filter({ visible: true })).toHaveCount(1);
  await expect(empty).toBeHidden();
  release();
  await expect(main.getByRole("button", { name: /^Remove / })).toBeVisible();
});
