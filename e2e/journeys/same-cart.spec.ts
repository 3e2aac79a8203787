import { cartIdOf, takeCartAlong } from "../support/guest-cart.ts";
import {
  addToBag,
  addButton,
  bagLink,
  expectLive,
  openArticle,
  quantityField,
} from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test("adds made at once in three tabs and on another device all arrive, everywhere", async ({
  browser,
  context,
  page,
  shelf,
  integrator,
}) => {
  const [teapot, lamp] = [await shelf.take({ units: 50 }), await shelf.take({ units: 50 })];
  await openArticle(page, teapot);
  await addToBag(page);

  const [tab, third] = [await context.newPage(), await context.newPage()];
  for (const screen of [tab, third]) {
    await openArticle(screen, lamp);
    await expect(bagLink(screen, 1)).toBeVisible();
  }

  const device = await browser.newContext();
  await takeCartAlong(context, device);
  const phone = await device.newPage();
  await openArticle(phone, teapot);
  await expect(bagLink(phone, 1)).toBeVisible();
  const screens = [page, tab, third, phone];
  for (const screen of screens) await expectLive(screen);

  await test.step("four screens add at the same moment, three times each", async () => {
    await Promise.all(
      screens.map(async (screen) => {
        for (let presses = 0; presses < 3; presses++) await addButton(screen).click();
      }),
    );
    for (const screen of screens) await expect(bagLink(screen, 13)).toBeVisible();
  });

  await test.step("what one takes out leaves the others; what one sets shows on the others", async () => {
    for (const screen of [tab, phone]) await screen.goto("/cart");
    await expect(quantityField(phone, teapot)).toHaveValue("7");
    await expect(quantityField(phone, lamp)).toHaveValue("6");
    await expectLive(phone);
    await tab.getByRole("button", { name: `Remove ${lamp.product.title}` }).click();
    await expect(quantityField(phone, lamp)).toBeHidden();
    await phone.getByRole("button", { name: `One more: ${teapot.product.title}` }).click();
    await expect(quantityField(tab, teapot)).toHaveValue("8");
    for (const screen of screens) await expect(bagLink(screen, 8)).toBeVisible();
  });

  const cart = await integrator.cart(await cartIdOf(context));
  expect(cart.lines.map(({ variantId, quantity }) => [variantId, quantity])).toEqual([
    [teapot.variant.id, 8],
  ]);
  await device.close();
});

test("what another device added stays in sight while something is being saved here", async ({
  browser,
  context,
  page,
  shelf,
}) => {
  const [teapot, lamp] = [await shelf.take({ units: 9 }), await shelf.take({ units: 9 })];
  await openArticle(page, teapot);
  await addToBag(page);
  await page.goto("/cart");
  await expectLive(page);

  const device = await browser.newContext();
  await takeCartAlong(context, device);
  const phone = await device.newPage();
  for (const article of [lamp, teapot]) {
    await openArticle(phone, article);
    await addToBag(phone);
  }
  await expect(quantityField(page, lamp)).toHaveValue("1");
  await expect(quantityField(page, teapot)).toHaveValue("2");

  await page.route(/cart\.applyOperations/, () => new Promise(() => undefined));
  await page.getByRole("button", { name: `One more: ${teapot.product.title}` }).click();
  await expect(bagLink(page, 4)).toBeVisible();
  await expect(quantityField(page, teapot)).toHaveValue("3");
  await expect(quantityField(page, lamp)).toHaveValue("1");
  await device.close();
});

test("an add that is followed by a reload at once is not lost", async ({ page, shelf }) => {
  await openArticle(page, await shelf.take({ units: 9 }));
  await addButton(page).click();
  await page.reload();
  await expect(bagLink(page, 1)).toBeVisible();
});
