import type { Page } from "@playwright/test";
import { cartIdOf, takeCartAlong } from "../support/guest-cart.ts";
import {
  addButton,
  addToBag,
  bagLink,
  drawer,
  openArticle,
  openDrawer,
  quantityField,
} from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

const sends = /\/trpc\/[^?]*cart\.applyOperations/;

/** Requests that change the bag, from now on. */
function countSends(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (sends.test(request.url())) count += 1;
  });
  return () => count;
}

async function expectQuantities(
  integrator: { cart(id: string): Promise<{ lines: { variantId: string; quantity: number }[] }> },
  cartId: string,
  quantities: readonly (readonly [string, number])[],
): Promise<void> {
  await expect
    .poll(async () => {
      const { lines } = await integrator.cart(cartId);
      return lines.map(({ variantId, quantity }) => [variantId, quantity]);
    })
    .toEqual(quantities);
}

test("fifty clicks are a few requests, and fifty in the bag", async ({
  context,
  page,
  shelf,
  integrator,
}) => {
  const teapot = await shelf.take({ units: 200 });
  await openArticle(page, teapot);
  await addToBag(page);
  const sent = countSends(page);
  await addButton(page).evaluate(async (button: HTMLElement) => {
    for (let clicks = 0; clicks < 50; clicks++) {
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  await expect(bagLink(page, 51)).toBeVisible();
  await expectQuantities(integrator, await cartIdOf(context), [[teapot.variant.id, 51]]);
  // Each pause of 0.3 s that a busy machine makes between them is one more.
  expect(sent()).toBeLessThanOrEqual(8);
});

test("a reload in the middle of clicking loses nothing", async ({
  context,
  page,
  shelf,
  integrator,
}) => {
  const teapot = await shelf.take({ units: 50 });
  await openArticle(page, teapot);
  await addToBag(page);
  await addButton(page).evaluate((button: HTMLElement) => {
    for (let clicks = 0; clicks < 7; clicks++) button.click();
    location.reload();
  });
  await expect(bagLink(page, 8)).toBeVisible();
  await expectQuantities(integrator, await cartIdOf(context), [[teapot.variant.id, 8]]);
});

test("an answer that gets lost, and a reload, add nothing twice", async ({
  context,
  page,
  shelf,
  integrator,
}) => {
  const teapot = await shelf.take({ units: 50 });
  await openArticle(page, teapot);
  await addToBag(page);
  let lost = 0;
  await page.route(sends, async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort("connectionreset");
  });
  await addButton(page).click();
  await expect.poll(() => lost).toBeGreaterThan(1);
  await page.unroute(sends);
  await page.reload();
  await addButton(page).click();
  await expect(bagLink(page, 3)).toBeVisible();
  await expectQuantities(integrator, await cartIdOf(context), [[teapot.variant.id, 3]]);
});

test("without a connection two tabs show one bag; what a closed tab left is sent by another, once", async ({
  context,
  page,
  shelf,
  integrator,
}) => {
  const [teapot, lamp] = [await shelf.take({ units: 50 }), await shelf.take({ units: 50 })];
  await openArticle(page, teapot);
  await addToBag(page);
  const [tab, closing] = [await context.newPage(), await context.newPage()];
  await openArticle(tab, lamp);
  await openArticle(closing, lamp);
  const tabs = [page, tab];
  for (const screen of [...tabs, closing]) await expect(bagLink(screen, 1)).toBeVisible();
  for (const screen of tabs) {
    await openDrawer(screen);
    await screen.keyboard.press("Escape");
    await expect(drawer(screen)).toBeHidden();
  }
  await context.setOffline(true);

  await test.step("each shows at once what the other did, and says that it waits", async () => {
    for (let clicks = 0; clicks < 3; clicks++) await addButton(page).click();
    await addButton(tab).click();
    await addButton(closing).click();
    await addButton(closing).click();
    for (const screen of tabs) await expect(bagLink(screen, 7)).toBeVisible();
    await closing.close();
    for (const screen of tabs) {
      const bag = await openDrawer(screen);
      await expect(bag.getByText(/2 changes are kept on this device/)).toBeVisible();
    }
  });

  await test.step("one takes out what the other put in, and brings it back", async () => {
    const bag = drawer(page);
    await bag.getByRole("button", { name: `Remove ${lamp.product.title}` }).click();
    await expect(quantityField(drawer(tab), lamp)).toBeHidden();
    await bag.getByRole("button", { name: "Undo" }).click();
    await expect(quantityField(drawer(tab), lamp)).toHaveValue("3");
    await bag.getByRole("button", { name: `One less: ${lamp.product.title}` }).click();
    for (const screen of tabs) {
      await expect(quantityField(drawer(screen), lamp)).toHaveValue("2");
    }
  });

  await context.setOffline(false);
  await expectQuantities(integrator, await cartIdOf(context), [
    [teapot.variant.id, 4],
    [lamp.variant.id, 2],
  ]);
  for (const screen of tabs) {
    await expect(screen.getByText(/kept on this device and sent/)).toBeHidden();
    await expect(quantityField(drawer(screen), teapot)).toHaveValue("4");
    await expect(quantityField(drawer(screen), lamp)).toHaveValue("2");
  }
});

test("what one device removed without a connection does not take what another added meanwhile", async ({
  browser,
  context,
  page,
  shelf,
  integrator,
}) => {
  const teapot = await shelf.take({ units: 50 });
  await openArticle(page, teapot);
  await addToBag(page);
  const device = await browser.newContext();
  await takeCartAlong(context, device);
  const phone = await device.newPage();
  await openArticle(phone, teapot);
  await expect(bagLink(phone, 1)).toBeVisible();
  const bag = await openDrawer(page);
  await expect(quantityField(bag, teapot)).toHaveValue("1");

  await context.setOffline(true);
  await bag.getByRole("button", { name: `Remove ${teapot.product.title}` }).click();
  await expect(quantityField(bag, teapot)).toBeHidden();
  await addToBag(phone);
  await addToBag(phone);
  await expect(bagLink(phone, 3)).toBeVisible();
  await context.setOffline(false);

  await expectQuantities(integrator, await cartIdOf(context), [[teapot.variant.id, 2]]);
  await expect(bagLink(phone, 2)).toBeVisible();
  await expect(quantityField(bag, teapot)).toHaveValue("2");
  await device.close();
});

test("what could not be done is said at the line, in every tab", async ({
  context,
  page,
  shelf,
  integrator,
}) => {
  const teapot = await shelf.take({ units: 50 });
  await openArticle(page, teapot);
  await addToBag(page);
  const tab = await context.newPage();
  await tab.goto("/cart");
  await expect(quantityField(tab, teapot)).toHaveValue("1");
  await context.setOffline(true);
  for (let clicks = 0; clicks < 4; clicks++) await addButton(page).click();
  await expect(quantityField(tab, teapot)).toHaveValue("5");
  await integrator.setAvailable(teapot.variant.id, 2);
  await context.setOffline(false);

  await openDrawer(page);
  for (const screen of [page, tab]) {
    const line = screen.getByRole("listitem").filter({ has: quantityField(screen, teapot) });
    await expect(quantityField(line, teapot)).toHaveValue("2");
    await expect(line.getByText("Only 2 left, so we set it to 2.")).toBeVisible();
  }
});
