import {
  enterCard,
  enterDelivery,
  cards,
  expectOrderPage,
  openCheckout,
  payButton,
} from "../support/checkout.ts";
import { addButton, addToBag, expectLive, openArticle, stockBadge } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

test("two shoppers want the last one: one gets it, the other is told at once", async ({
  browser,
  shelf,
  integrator,
}) => {
  const article = await shelf.take({ units: 1 });
  const [ana, ben] = await Promise.all([browser.newPage(), browser.newPage()]);

  for (const page of [ana, ben]) {
    await openArticle(page, article);
    await expect(stockBadge(page)).toHaveText("Only 1 left");
    await expectLive(page);
    await addToBag(page);
  }

  await test.step("Ana begins to pay: on Ben's screen it is gone", async () => {
    await openCheckout(ana);
    await expect(stockBadge(ben)).toHaveText("Sold out");
    await expect(ben.getByRole("button", { name: "Sold out" })).toBeDisabled();
    await expect(addButton(ben)).toBeHidden();
  });

  await test.step("Ana pays", async () => {
    await enterDelivery(ana);
    await enterCard(ana, cards.pays);
    await payButton(ana).click();
    await expectOrderPage(ana);
  });

  await test.step("Ben, who has it in his bag, is told at checkout", async () => {
    await ben.goto("/checkout");
    await expect(ben.getByRole("heading", { name: "Somebody was faster" })).toBeVisible();
    await expect(ben.getByRole("main")).toContainText(article.product.title);
    await expect(payButton(ben)).toBeHidden();
    await ben.getByRole("button", { name: "Go on without it" }).click();
    await expect(ben.getByRole("main")).toContainText("Nothing in here yet");
  });

  const { available, levels = [] } = await integrator.availability(article.variant.id);
  expect(available).toBe(0);
  expect(levels.every(({ held, onHand }) => held <= onHand)).toBe(true);
  await ana.context().close();
  await ben.context().close();
});

test("in a list that wants more than one stream carries no number gets old", async ({
  page,
  shelf,
  integrator,
}) => {
  const sorts = ["price", "-price", "title"];
  // Those whose cards are watched last.
  const lasts = await Promise.all(
    sorts.map(async (sort) => {
      const listed = await integrator.products(`region=eu&language=en&sort=${sort}&limit=24`);
      const watchedBefore = listed.slice(0, -8).flatMap(({ variants }) => variants);
      expect(watchedBefore.length).toBeGreaterThan(50);
      return new Set(listed.slice(-8).map(({ id }) => id));
    }),
  );
  const { product, variant } = await shelf.take({
    units: 5,
    matches: ({ id, variants }) =>
      lasts.some((last) => last.has(id)) && variants.every(({ available }) => available !== null),
  });
  const sort = sorts[lasts.findIndex((last) => last.has(product.id))];
  for (const { id } of product.variants) {
    if (id !== variant.id) await integrator.setAvailable(id, 0);
  }

  // All of its cards are seen at once.
  await page.setViewportSize({ width: 1280, height: 5_000 });
  await page.goto(`/search?sort=${sort}`);
  await expectLive(page);
  const card = page.getByRole("article").filter({ hasText: product.title });
  for (const units of [5, 4, 3]) {
    await integrator.setAvailable(variant.id, units);
    await expect(card).not.toContainText(`Only ${units + 1} left`, { timeout: 10_000 });
    await expect(card).toContainText(`Only ${units} left`);
  }
});
