import { expect, type Page } from "@playwright/test";
import { field, makeAccount, newEmail } from "../support/account.ts";
import {
  changeDrop,
  dropPath,
  openDrop,
  stander,
  standInLine,
  stockDrop,
} from "../support/drop.ts";
import { linkTo, unsubscribeUrlIn } from "../support/mailbox.ts";
import { openArticle, stockBadge } from "../support/storefront.ts";
import type { Traveller } from "./tour.ts";

const hourMs = 3_600_000;
const tellMe = (page: Page) => page.getByRole("button", { name: "Tell me when it is back" });

/** What is not to be had yet: a drop with its line, and what is sold out. */
export async function waitingLeg(traveller: Traveller): Promise<void> {
  await dropStates(traveller).finally(() => openDrop(traveller.integrator));
  await watchStates(traveller);
}

async function dropStates({ page, integrator, look }: Traveller): Promise<void> {
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  await stockDrop(integrator, 2);
  await changeDrop(integrator, { startsAt: at(hourMs), admits: 1 });
  await page.goto(dropPath);
  await expect(page.getByText("one shopper is let in at once")).toBeVisible();
  await look("drop, before it opens");
  await changeDrop(integrator, { startsAt: at(-hourMs) });
  const leave = [await stander(integrator), await stander(integrator)];
  await page.goto(dropPath);
  await expect(page.getByRole("button", { name: "Take a place in line" })).toBeVisible();
  await look("drop, open");
  await standInLine(page);
  await expect(page.getByText("shopper is ahead of you")).toBeVisible();
  await look("drop, in its line");
  await Promise.all(leave.map((go) => go()));
  await expect(page.getByText("It is your turn", { exact: true })).toBeVisible();
  await look("drop, let in");
  await stockDrop(integrator, 0);
  await page.goto(dropPath);
  await expect(page.getByText("All gone")).toBeVisible();
  await look("drop, all gone");
}

async function watchStates({ page, integrator, shelf, look }: Traveller): Promise<void> {
  const article = await shelf.take({ units: 0, handle: "cloudburst-shower-head" });
  const { product, variant } = article;
  const what = `${product.title}, ${variant.title}`;
  const email = newEmail();
  await openArticle(page, article);
  await expect(stockBadge(page)).toHaveText("Sold out");
  await look("product, sold out");
  await tellMe(page).click();
  await field(page, "Your e-mail address").fill("ana");
  await page.getByRole("button", { name: "Tell me", exact: true }).click();
  await expect(page.getByText("That is not an e-mail address").first()).toBeVisible();
  await look("product, an address that needs a look");
  await field(page, "Your e-mail address").fill(email);
  await page.getByRole("button", { name: "Tell me", exact: true }).click();
  await expect(page.getByText(`we sent a link to ${email}`)).toBeVisible();
  await look("product, a mail is on its way");
  await page.goto(await linkTo(email, `Shall we tell you when it is back? ${what}`));
  await expect(page.getByRole("heading", { name: "Shall we tell you?" })).toBeVisible();
  await look("watch, to be confirmed");
  await page.getByRole("button", { name: "Yes, tell me" }).click();
  await expect(page.getByRole("heading", { name: "You will be told" })).toBeFocused();
  await look("watch, confirmed");
  await openArticle(page, article);
  await expect(page.getByText("You will be told by mail when it is back.")).toBeVisible();
  await look("product, waited for");
  await integrator.setAvailable(variant.id, 3);
  await expect(page.getByText("It is back.")).toBeVisible();
  await look("product, back");
  await page.goto(await unsubscribeUrlIn(email, `Back in the shop: ${what}`));
  await expect(page.getByRole("heading", { name: "No more mails?" })).toBeVisible();
  await look("watches, to be ended");
  await page.getByRole("button", { name: "End them all" }).click();
  await expect(page.getByRole("heading", { name: "Done" })).toBeFocused();
  await look("watches, ended");
  await page.goto("/watches/confirm?token=old");
  await page.getByRole("button", { name: "Yes, tell me" }).click();
  await expect(page.getByRole("heading", { name: "This link is over" })).toBeFocused();
  await look("watch, a link that is over");
  await accountStates({ page, integrator, shelf, look });
}

async function accountStates({ page, integrator, shelf, look }: Traveller): Promise<void> {
  const articles = [
    await shelf.take({ units: 0, handle: "corner-cafe-cup" }),
    await shelf.take({ units: 0, handle: "honest-pencil" }),
  ];
  await makeAccount(page, integrator);
  await page.goto("/account/watches");
  await expect(page.getByText("Where something is sold out")).toBeVisible();
  await look("account, nothing waited for");
  for (const article of articles) {
    await openArticle(page, article);
    await tellMe(page).click();
    await expect(page.getByText("You will be told by mail when it is back.")).toBeVisible();
  }
  await page.goto("/account/watches");
  const rows = page.getByRole("main").getByRole("list").getByRole("listitem");
  await expect(rows.filter({ hasText: articles[0]?.product.title ?? "" })).toBeVisible();
  await look("account, waited for");
  await page
    .getByRole("button", { name: /^Remove / })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await look("account, waited for no longer");
}
