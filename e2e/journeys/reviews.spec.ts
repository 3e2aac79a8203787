import { expectAccessible } from "../support/accessibility.ts";
import { field, makeAccount, makeStaff, signIn, signOut } from "../support/account.ts";
import { buy } from "../support/checkout.ts";
import { showUp } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

const notRated = ({ rating, variants }: { rating: unknown; variants: unknown[] }) =>
  rating === null && variants.length > 1;

test("a shopper buys and reviews, a moderator publishes, and the stars are on page and card", async ({
  page,
  browser,
  integrator,
  shelf,
}) => {
  const article = await shelf.take({ units: 5, matches: notRated });
  const { handle, title } = article.product;
  const email = await makeAccount(page, integrator);
  const reviews = page.getByRole("region", { name: "Reviews" });
  const words = `It does what it should. <b>Really</b> ${crypto.randomUUID()}`;

  await test.step("buys it", async () => {
    await buy(page, article);
  });

  await test.step("reviews it; what lacks is said at its field and nothing typed is lost", async () => {
    await page.goto(`/products/${handle}`);
    await expect(page.getByRole("link", { name: "No review yet" })).toBeVisible();
    const button = reviews.getByRole("button", { name: "Write a review" });
    await showUp(page, button);
    await button.click();
    await field(page, "What is it like?").fill(words);
    await reviews.getByRole("button", { name: "Send it in" }).click();
    const summary = reviews.getByRole("group", { name: "3 fields need a look" });
    await expect(summary).toBeFocused();
    await expectAccessible(page);
    const stars = reviews.getByRole("radiogroup", { name: "How many stars?" });
    await stars.getByRole("radio", { name: "3 stars" }).check();
    await page.keyboard.press("ArrowRight");
    await expect(stars.getByRole("radio", { name: "4 stars" })).toBeChecked();
    await field(page, "In a few words").fill("Does it well");
    await field(page, "Your name here").fill("Ana from Berlin");
    await expect(field(page, "What is it like?")).toHaveValue(words);
    await reviews.getByRole("button", { name: "Send it in" }).click();
    await expect(reviews.getByText("Your review is being read.")).toBeVisible();
    await expect(reviews.getByRole("group", { name: "Your review" })).toBeFocused();
    await expectAccessible(page);
  });

  await test.step("nobody else sees it, until a moderator has read and published it", async () => {
    await makeStaff(await makeAccount(page, integrator));
    await page.goto("/account/moderation");
    const waiting = page.getByRole("article").filter({ hasText: words });
    await expect(waiting).toContainText("Bought here");
    await expectAccessible(page);
    await waiting.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("It is public.")).toBeVisible();
    await expect(waiting).toHaveCount(0);
    await signOut(page);
  });

  await test.step("the stars are on the page, as text for who listens, and on the card", async () => {
    const other = await browser.newContext();
    const reader = await other.newPage();
    const published = reader.getByRole("region", { name: "Reviews" }).getByRole("article");
    await expect(async () => {
      await reader.goto(`/products/${handle}`);
      await expect(published.filter({ hasText: words })).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await expect(reader.getByRole("link", { name: "4.0 of 5 stars, 1 review" })).toBeVisible();
    await expect(published).toContainText("Bought here");
    await expectAccessible(reader);
    const told = await reader.locator('script[type="application/ld+json"]').allTextContents();
    const data = told.map((json) => JSON.parse(json) as Record<string, unknown>);
    expect(data.find((item) => item["@type"] === "Product")).toMatchObject({
      aggregateRating: { ratingValue: 4, reviewCount: 1 },
      review: [{ reviewBody: words, reviewRating: { ratingValue: 4 } }],
    });
    await expect(async () => {
      await reader.goto(`/search?q=${encodeURIComponent(title)}&rating=4`);
      const card = reader.getByRole("article").filter({ hasText: title });
      await expect(card).toContainText("4.0 of 5 stars, 1 review", { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await other.close();
  });

  await test.step("another shopper finds it helpful, once; its writer takes it back", async () => {
    await makeAccount(page, integrator);
    await page.goto(`/products/${handle}`);
    const helpful = reviews.getByRole("button", { name: /^Helpful/ });
    await showUp(page, helpful);
    await expect(helpful).toHaveAttribute("aria-pressed", "false");
    await helpful.click();
    await expect(helpful).toHaveText(/^Helpful \(1\)/);
    await page.reload();
    await showUp(page, helpful);
    await expect(helpful).toHaveAttribute("aria-pressed", "true");
    await signOut(page);
    await page.goto("/account/sign-in");
    await signIn(page, email);
    await expect(page).toHaveURL(/\/account$/);
    await page.goto(`/products/${handle}`);
    const button = reviews.getByRole("button", { name: "Take it back" });
    await showUp(page, button);
    const published = reviews.getByRole("article").filter({ hasText: words });
    await expect(published).toBeVisible();
    await button.click();
    const dialog = page.getByRole("alertdialog", { name: "Take it back?" });
    await dialog.getByRole("button", { name: "Take it back" }).click();
    await expect(reviews.getByRole("button", { name: "Write a review" })).toBeVisible();
    await expect(reviews.getByRole("group", { name: "Your review" })).toBeFocused();
    await expect(published).toBeHidden();
  });
});

test("a question is asked, published and answered by the shop", async ({
  page,
  integrator,
  shelf,
}) => {
  const { product } = await shelf.take({ units: 1 });
  await makeAccount(page, integrator);
  await page.goto(`/products/${product.handle}`);
  const questions = page.getByRole("region", { name: "Questions" });
  const asked = `Does it float? ${crypto.randomUUID()}`;
  const ask = questions.getByRole("button", { name: "Ask a question" });
  await showUp(page, ask);
  await ask.click();
  await field(page, "Your question").fill(asked);
  await field(page, "Your name here").fill("ana@example.com");
  await questions.getByRole("button", { name: "Send it in" }).click();
  await expect(questions.getByText("A name, please: no address.").last()).toBeVisible();
  await field(page, "Your name here").fill("Ana");
  await questions.getByRole("button", { name: "Send it in" }).click();
  await expect(questions.getByText("Your question is being read.")).toBeVisible();
  await integrator.publish(asked);
  await integrator.answer(product.handle, asked, "Yes, upright.");
  await expect(async () => {
    await page.goto(`/products/${product.handle}`);
    await expect(questions.getByText("Yes, upright.")).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  // Others may have asked of the same product.
  const entry = questions.getByRole("listitem").filter({ hasText: asked });
  await expect(entry.getByText("The shop").first()).toBeVisible();
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("reviews, answers and stars are read", async ({ page }) => {
    await page.goto("/products/rosehip-teapot");
    const main = page.getByRole("main");
    const title = main.getByRole("heading", { name: "It really does not drip" });
    await expect(title).toBeVisible();
    await expect(title, "for whoever hears it read").toHaveAttribute("lang", "en");
    await expect(main.getByText("Can it go in the dishwasher?")).toBeVisible();
    await expect(main.getByRole("link", { name: /^4\.3 of 5 stars, 3 reviews$/ })).toBeVisible();
  });
});
