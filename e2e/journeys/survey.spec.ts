import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessibility.ts";
import { makeAccount } from "../support/account.ts";
import { buy } from "../support/checkout.ts";
import { linkTo, unsubscribeUrlIn } from "../support/mailbox.ts";
import { stackControl } from "../support/stack-control.ts";
import { expect, test } from "../support/test.ts";

/** Who bought is asked after three days; here a worker that does not wait asks. */
test.beforeAll(() => restartWorker({ SURVEY_ORDER_HOURS: "0", SURVEY_PAUSE_DAYS: "0" }));
test.afterAll(() => restartWorker({ SURVEY_ORDER_HOURS: "", SURVEY_PAUSE_DAYS: "" }));

async function restartWorker(settings: Record<string, string>): Promise<void> {
  await stackControl.takeDown("worker");
  await stackControl.bringUp("worker", settings);
}

const askMe = (page: Page) =>
  page.getByRole("checkbox", { name: "Ask me by mail how my orders were" });

test("who agreed is asked once how it was, says it, and is asked no more when they like", async ({
  browser,
  page,
  integrator,
  shelf,
}) => {
  const article = await shelf.take({ units: 5 });
  const email = await makeAccount(page, integrator);

  await test.step("agrees in the preferences", async () => {
    await page.goto("/account/preferences");
    await expect(askMe(page)).not.toBeChecked();
    await askMe(page).check();
    await expect(page.getByText(/^You agreed on/)).toBeVisible();
    await expectAccessible(page);
  });

  const orderId = await test.step("buys, and it arrives", async () => {
    const id = await buy(page, article);
    await integrator.fulfil(id, "https://parcels.example/track/1");
    await integrator.deliver(id);
    return id;
  });
  const { number } = (await (await integrator.send("GET", `/orders/${orderId}`)).json()) as {
    number: string;
  };
  const subject = `How was it? Your order ${number}`;
  const link = await linkTo(email, subject);
  expect(link).not.toContain(orderId);
  await page.goto(link);
  await expect(page.getByRole("group", { name: /^How happy are you/ })).toBeVisible();
  await expectAccessible(page);

  await test.step("what does not arrive stays as it was typed", async () => {
    await page.getByRole("radio", { name: "2: " }).check();
    await page.getByRole("radio", { name: "Price" }).check();
    const comment = page.getByLabel("Anything else that you would like to tell us?");
    await comment.fill("A little late");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Send it" }).click();
    await expect(page.getByText("That did not arrive.")).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByRole("radio", { name: "2: " })).toBeChecked();
    await expect(page.getByRole("radio", { name: "Price" })).toBeChecked();
    await expect(comment).toHaveValue("A little late");
    await page.context().setOffline(false);
  });

  // Another browser, without scripts: the link is all that it needs.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const reader = await context.newPage();
  await test.step("answers by keyboard, without JavaScript", async () => {
    await reader.goto(link);
    await expect(reader.getByRole("heading", { level: 1, name: "How was it?" })).toBeVisible();
    await expect(reader.getByText(article.product.title).first()).toBeVisible();
    await reader.getByRole("radio", { name: "4: Happy" }).focus();
    await reader.keyboard.press("Space");
    await reader.getByRole("radio", { name: "Packaging" }).check();
    const comment = reader.getByLabel("Anything else that you would like to tell us?");
    const tooLong = "x".repeat(2_001);
    await comment.evaluate((field) => field.removeAttribute("maxlength"));
    await comment.fill(tooLong);
    await reader.getByRole("button", { name: "Send it" }).click();
    await expect(reader.getByText("That did not arrive.")).toBeVisible();
    await expect(reader.getByRole("radio", { name: "4: Happy" })).toBeChecked();
    await expect(reader.getByRole("radio", { name: "Packaging" })).toBeChecked();
    await expect(comment).toHaveValue(tooLong);
    await comment.fill("Less paper");
    await reader.getByRole("button", { name: "Send it" }).click();
    await expect(reader.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
  });

  await test.step("the shop reads it; the link says that it is done, in each language", async () => {
    const answers = await integrator.send("GET", "/survey-answers?limit=1");
    expect(await answers.json()).toMatchObject({
      items: [{ orderNumber: number, rating: 4, choice: "packaging", comment: "Less paper" }],
    });
    await page.goto(link.replace("/surveys/", "/de/surveys/"));
    await expect(page.getByRole("heading", { level: 1, name: "Danke dir" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("is asked no more: by the mail program's button, and the preferences show it", async () => {
    const url = await unsubscribeUrlIn(email, subject);
    const form = { "List-Unsubscribe": "One-Click" };
    expect((await page.request.post(url, { headers: { cookie: "" }, form })).status()).toBe(200);
    await page.goto(link);
    await page.getByRole("button", { name: "Ask me no more" }).click();
    await expect(page.getByText("We will not ask you again.")).toBeVisible();
    await page.goto("/account/preferences");
    await expect(askMe(page)).not.toBeChecked();
    await expect(page.getByText(/^You took it back on/)).toBeVisible();
  });

  const unknown = await page.goto(`/surveys/${"x".repeat(32)}`);
  expect(unknown?.status()).toBe(404);
  await expect(page).toHaveTitle(/^There is no survey here/);
  await expect(page.getByRole("heading", { name: "There is no survey here" })).toBeVisible();
  await expectAccessible(page);
  await context.close();
});
