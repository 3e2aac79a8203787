import { makeAccount, signIn, signInLink, signOut } from "../support/account.ts";
import { openListOf, tool, wishCard, wishFor } from "../support/collecting.ts";
import { changeDrop, dropHandle, openDrop, stockDrop } from "../support/drop.ts";
import { bagLink } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test("a guest's wishes stay on the device: pressed, taken back, and moved to the bag", async ({
  page,
  shelf,
}) => {
  const { product, variant } = await shelf.take({ units: 5 });
  await openListOf(page, product);
  const heart = tool(page, "wish", product).first();
  await wishFor(page, product);
  await heart.click();
  await expect(heart).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(heart).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(heart).toHaveAttribute("aria-pressed", "true");

  await page.goto("/wishlist");
  const wish = wishCard(page, product);
  await wish.getByRole("combobox").selectOption(variant.id);
  await expect(wish.getByText(/^Only 5 left$/)).toBeVisible();
  await wish.getByRole("button", { name: /^Move to bag/ }).click();
  await expect(wish).toBeHidden();
  await expect(bagLink(page, 1)).toBeVisible();
  await expect(page.getByText(/^Nothing on it yet/)).toBeVisible();
  await page.getByRole("button", { name: "Keep it on the list" }).click();
  await expect(wish).toBeVisible();
});

test("a wish that the bag refuses stays on the list, and says why", async ({
  page,
  integrator,
}) => {
  const pieces = await integrator.products(`region=eu&collection=${dropHandle}&limit=20`);
  const piece = pieces[0]!;
  await stockDrop(integrator, 2);
  await changeDrop(integrator, {
    startsAt: new Date(Date.now() - 60_000).toISOString(),
    admits: 1,
  });
  try {
    await page.goto(`/products/${piece.handle}`);
    await wishFor(page, piece);
    await page.goto("/wishlist");
    const wish = wishCard(page, piece);
    await wish.getByRole("button", { name: /^Move to bag/ }).click();
    await expect(wish.getByText("take a place in line there")).toBeVisible();
    await expect(wish.getByRole("link", { name: "To the drop" })).toBeVisible();
    await page.reload();
    await expect(wish).toBeVisible();
  } finally {
    await openDrop(integrator);
  }
});

test("a wish that is moved is off the list also when the page is left meanwhile, and takes no focus", async ({
  page,
  shelf,
}) => {
  const { product } = await shelf.take({ units: 5 });
  await page.goto(`/products/${product.handle}`);
  await wishFor(page, product);
  await page.goto("/wishlist");
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/cart\.applyOperations/, async (route) => {
    await held;
    await route.continue();
  });
  await wishCard(page, product)
    .getByRole("button", { name: /^Move to bag/ })
    .click();
  await page.getByRole("link", { name: "Study", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Study" })).toBeVisible();
  const search = page.getByRole("combobox", { name: "Search the shop" });
  await search.focus();
  answer();
  await expect(page.getByRole("button", { name: "Keep it on the list" })).toBeVisible();
  await expect(search).toBeFocused();
  await page.goto("/wishlist");
  await expect(page.getByText(/^Nothing on it yet/)).toBeVisible();
});

test("at sign-in the device's list joins the account's, without losses and doubles; two devices agree", async ({
  page,
  browser,
  shelf,
  integrator,
}) => {
  const [first, second, third] = [
    await shelf.take({ units: 5 }),
    await shelf.take({ units: 5 }),
    await shelf.take({ units: 5 }),
  ];
  const email = await makeAccount(page, integrator);
  await page.goto(`/products/${first.product.handle}`);
  await wishFor(page, first.product);
  await expect(tool(page, "wish", first.product).first()).toBeEnabled();

  const other = await browser.newPage();
  for (const { product } of [first, second]) {
    await other.goto(`/products/${product.handle}`);
    await wishFor(other, product);
  }
  await other.goto("/account/sign-in");
  await signIn(other, email);
  await expect(signInLink(other)).toBeHidden();
  await other.goto("/wishlist");
  const { title: firstTitle } = first.product;
  const { title: secondTitle } = second.product;
  await expect(other.getByRole("main").getByRole("article")).toHaveCount(2);
  await expect(wishCard(other, { title: firstTitle })).toHaveCount(1);
  await expect(wishCard(other, { title: secondTitle })).toHaveCount(1);

  // The first device hears of the second one's without being asked to look.
  await page.goto("/wishlist");
  await expect(page.getByRole("main").getByRole("article")).toHaveCount(2);
  await other.goto(`/products/${third.product.handle}`);
  await wishFor(other, third.product);
  await expect(wishCard(page, third.product)).toBeVisible();
  await wishCard(page, first.product)
    .getByRole("button", { name: /^Take off/ })
    .click();
  await other.goto("/wishlist");
  await expect(wishCard(other, third.product)).toBeVisible();
  await expect(wishCard(other, first.product)).toBeHidden();

  await signOut(other);
  await other.goto("/wishlist");
  await expect(other.getByText(/^Nothing on it yet/)).toBeVisible();
  await other.close();
});

test("a list is shared by a link that shows no name, and is gone when it is revoked", async ({
  page,
  browser,
  shelf,
  integrator,
}) => {
  const { product } = await shelf.take({ units: 5 });
  await makeAccount(page, integrator);
  await page.goto(`/products/${product.handle}`);
  await wishFor(page, product);
  await page.goto("/wishlist");
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = await page.getByRole("textbox", { name: "The list’s link" }).inputValue();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const friend = await context.newPage();
  await friend.goto(address);
  await expect(friend.getByRole("heading", { level: 1, name: "A wish list" })).toBeVisible();
  await expect(friend.getByRole("link", { name: product.title })).toBeVisible();
  await expect(friend.getByText("Ana")).toHaveCount(0);

  await page.getByRole("button", { name: "Revoke the link" }).click();
  await expect(page.getByText("The link leads nowhere any more.")).toBeVisible();
  expect((await friend.reload())?.status()).toBe(404);
  await expect(
    friend.getByRole("heading", { name: "This list is no longer shared" }),
  ).toBeVisible();
  await context.close();
});
