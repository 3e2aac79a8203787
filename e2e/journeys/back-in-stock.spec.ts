import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessibility.ts";
import { field, makeAccount, newEmail } from "../support/account.ts";
import { linkTo, unsubscribeUrlIn } from "../support/mailbox.ts";
import { addToBag, bagLink, expectLive, openArticle, stockBadge } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

const tellMe = (page: Page) => page.getByRole("button", { name: "Tell me when it is back" });
const willBeTold = (page: Page) => page.getByText("You will be told by mail when it is back.");
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });

test("a guest waits: the address agrees by mail, the page says it is back, and so does a mail", async ({
  page,
  integrator,
  shelf,
}) => {
  const article = await shelf.take({ units: 0 });
  const { product, variant } = article;
  const email = newEmail();

  await test.step("asks at the sold-out variant; a slip is said at the field", async () => {
    await openArticle(page, article);
    await expect(stockBadge(page)).toHaveText("Sold out");
    await tellMe(page).click();
    await expect(page.getByRole("heading", { name: "Tell me when it is back" })).toBeFocused();
    await field(page, "Your e-mail address").fill("ana");
    await page.getByRole("button", { name: "Tell me", exact: true }).click();
    await expect(page.getByText("That is not an e-mail address").first()).toBeVisible();
    await expectAccessible(page);
    await field(page, "Your e-mail address").fill(email);
    await page.getByRole("button", { name: "Tell me", exact: true }).click();
    await expect(page.getByText(`we sent a link to ${email}`)).toBeVisible();
  });

  const what = `${product.title}, ${variant.title}`;
  await test.step("says yes by the mail's link", async () => {
    await page.goto(await linkTo(email, `Shall we tell you when it is back? ${what}`));
    await expect(page.getByRole("heading", { name: "Shall we tell you?" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Yes, tell me" }).click();
    await expect(page.getByRole("heading", { name: "You will be told" })).toBeFocused();
    await page.getByRole("link", { name: "Look at it" }).click();
    await expect(willBeTold(page)).toBeVisible();
  });

  await test.step("takes it back, and asks again", async () => {
    await undo(page).click();
    await expect(tellMe(page)).toBeVisible();
    await tellMe(page).click();
    await field(page, "Your e-mail address").fill(email);
    await page.getByRole("button", { name: "Tell me", exact: true }).click();
    await expect(page.getByText(`we sent a link to ${email}`)).toBeVisible();
    const subject = `Shall we tell you when it is back? ${what}`;
    const first = page.url();
    await expect(async () => {
      await page.goto(await linkTo(email, subject));
      await page.getByRole("button", { name: "Yes, tell me" }).click();
      await expect(page.getByRole("heading", { name: "You will be told" })).toBeVisible({
        timeout: 3_000,
      });
    }).toPass();
    await page.goto(first);
    await expect(willBeTold(page)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("it comes back: the open page says so", async () => {
    await expectLive(page);
    await integrator.setAvailable(variant.id, 3);
    await expect(stockBadge(page)).toHaveText("Only 3 left");
    await expect(page.getByText("It is back.")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("so does a mail, whose link leads into the bag", async () => {
    const link = await linkTo(email, `Back in the shop: ${what}`);
    await page.goto(link);
    await addToBag(page);
    await expect(bagLink(page, 1)).toBeVisible();
  });
});

test("who is signed in waits by one click, and sees it in the account", async ({
  page,
  integrator,
  shelf,
}) => {
  const article = await shelf.take({ units: 0 });
  const other = await shelf.take({ units: 0 });
  const { product, variant } = article;
  const email = await makeAccount(page, integrator);
  const inList = page.getByRole("listitem").filter({ hasText: product.title });

  await test.step("one click, and one to take it back", async () => {
    await openArticle(page, article);
    await tellMe(page).click();
    await expect(willBeTold(page)).toBeVisible();
    await expect(undo(page)).toBeFocused();
    await undo(page).click();
    await expect(tellMe(page)).toBeFocused();
    await tellMe(page).click();
    await page.reload();
    await expect(willBeTold(page)).toBeVisible();
    await openArticle(page, other);
    await tellMe(page).click();
    await expect(willBeTold(page)).toBeVisible();
  });

  await test.step("the account lists it; removed, it comes back with Undo", async () => {
    await page.goto("/account/watches");
    await expect(inList).toBeVisible();
    await expectAccessible(page);
    await inList.getByRole("button", { name: `Remove ${product.title}` }).click();
    await expect(inList).toHaveCount(0);
    await expect(undo(page)).toBeFocused();
    await undo(page).click();
    await expect(inList).toBeVisible();
  });

  await test.step("it comes back: a mail, and the list is shorter", async () => {
    await integrator.setAvailable(variant.id, 1);
    const link = await linkTo(email, `Back in the shop: ${product.title}, ${variant.title}`);
    expect(new URL(link).searchParams.get("variant")).toBe(variant.id);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What you wait for");
    await expect(inList).toHaveCount(0);
  });

  await test.step("the mail program's button ends the rest without a question", async () => {
    const url = await unsubscribeUrlIn(
      email,
      `Back in the shop: ${product.title}, ${variant.title}`,
    );
    const asked = await page.request.post(url, {
      headers: { cookie: "" },
      form: { "List-Unsubscribe": "One-Click" },
    });
    expect(asked.status()).toBe(200);
    await page.reload();
    await expect(page.getByText("Where something is sold out")).toBeVisible();
    // Who follows the address with a browser is asked first.
    await page.goto(url);
    await page.getByRole("button", { name: "End them all" }).click();
    await expect(page.getByText("There was nothing left to end.")).toBeVisible();
    await expectAccessible(page);
  });
});
