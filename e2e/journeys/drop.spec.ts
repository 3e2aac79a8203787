import type { BrowserContext, Page } from "@playwright/test";
import { expectAccessible } from "../support/accessibility.ts";
import {
  changeDrop,
  openDrop,
  dropHandle,
  dropPath as path,
  standInLine,
  stockDrop,
} from "../support/drop.ts";
import { addButton, addToBag, bagLink, stockBadge } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

const myTurn = (page: Page) => page.getByText("It is your turn", { exact: true });
const next = (page: Page) => page.getByText("You are next", { exact: true });

/** An hour fast: what a shopper's own clock says is not what counts. */
async function setClockAhead(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3_600_000;
  });
}

test("a drop opens by the server's clock and lets in one after the other; what is gone is said to all", async ({
  browser,
  integrator,
}) => {
  const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  await setClockAhead(contexts[0]!);
  const [ana, ben, eve] = (await Promise.all(contexts.map((context) => context.newPage()))) as [
    Page,
    Page,
    Page,
  ];
  const pieces = await integrator.products(`region=eu&collection=${dropHandle}&limit=20`);
  const piece = pieces[0]!;
  const pieceAddress = `/products/${piece.handle}?variant=${piece.variants[0]!.id}`;
  await stockDrop(integrator, 2);
  const startsAt = new Date(Date.now() + 25_000).toISOString();
  await changeDrop(integrator, { startsAt, admits: 1 });

  await test.step("before: a countdown by the server's clock, and nothing to be had", async () => {
    await ben.goto(pieceAddress);
    await expect(stockBadge(ben)).toBeVisible();
    await addButton(ben).click();
    await expect(ben.getByText("take a place in line there")).toBeVisible();
    await ben.getByRole("link", { name: "To the drop" }).click();
    await expect(ben.getByText("one shopper is let in at once")).toBeVisible();
    await ben.close();
    await ana.goto(path);
    await expect(ana.getByRole("timer", { name: "Time until it opens" })).toBeVisible();
    await expect(ana.getByText("one shopper is let in at once")).toBeVisible();
    await expectAccessible(ana);
  });

  await test.step("it opens: who was there is in line by themselves, and first", async () => {
    await expect(myTurn(ana)).toBeVisible();
    await expectAccessible(ana);
  });

  const other = await contexts[1]!.newPage();
  await test.step("who comes next waits; a reload and a second tab keep the place", async () => {
    await standInLine(other);
    await expect(next(other)).toBeVisible();
    await other.reload();
    await expect(next(other)).toBeVisible();
    const second = await contexts[1]!.newPage();
    await second.goto(path);
    await expect(next(second)).toBeVisible();
    await expect(second.getByText("You alone stand in line.")).toBeVisible();
    await second.close();
    await standInLine(eve);
    await expect(eve.getByText("shopper is ahead of you")).toBeVisible();
    await expectAccessible(eve);
  });

  await test.step("nobody passes the line by the product's page", async () => {
    const direct = await contexts[1]!.newPage();
    await direct.goto(pieceAddress);
    await expect(stockBadge(direct)).toBeVisible();
    await addButton(direct).click();
    await expect(direct.getByText("take a place in line there")).toBeVisible();
    await direct.close();
  });

  await test.step("who has something in the bag makes room for the next", async () => {
    await ana.getByRole("link", { name: "Choose a piece" }).click();
    await ana.goto(pieceAddress);
    await addToBag(ana);
    await expect(bagLink(ana, 1)).toBeVisible();
    await ana.goto(path);
    await expect(myTurn(other)).toBeVisible();
    await expect(next(eve)).toBeVisible();
    await other.goto(pieceAddress);
    await addToBag(other);
  });

  await test.step("all of it is in bags, then gone: who waits is told at once", async () => {
    await expect(eve.getByText("Everything is in somebody’s bag right now.")).toBeVisible();
    for (const page of [ana, other]) {
      await page.goto("/cart");
      await page.getByRole("button", { name: `Remove ${piece.title}` }).click();
      await expect(bagLink(page, 1)).toBeHidden();
    }
    const first = piece.variants[0]!.id;
    await expect.poll(async () => (await integrator.availability(first)).available).toBe(2);
    await stockDrop(integrator, 0);
    await expect(eve.getByText("All gone")).toBeVisible();
    await expectAccessible(eve);
  });

  await openDrop(integrator);
  await Promise.all(contexts.map((context) => context.close()));
});

test("without scripts a drop says when it opens, and shows its pieces", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await page.locator(`main a[href$='${path}']`).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("First Light");
  await expect(page.getByText(/^Opens .* UTC$/)).toBeVisible();
  // Playwright reads no text of a noscript by its words.
  const advice = page.getByRole("main").locator("section noscript p");
  await expect(advice).toBeVisible();
  await expect(advice).toContainText("Come back at that time");
  await expect(page.getByRole("region", { name: "The pieces" }).getByRole("article")).toHaveCount(
    6,
  );
  await context.close();
});
