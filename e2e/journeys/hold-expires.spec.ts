import { holdTimer, openCheckout } from "../support/checkout.ts";
import { expectApiReady, stackControl } from "../support/stack-control.ts";
import { addToBag, expectLive, openArticle, stockBadge } from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";

const holdSeconds = 15;

/** A hold lasts ten minutes in production; here the API that makes it is an impatient one. */
test.beforeAll(() => restartApi({ HOLD_SECONDS: String(holdSeconds) }));
test.afterAll(() => restartApi({ HOLD_SECONDS: "" }));

async function restartApi(settings: Record<string, string>): Promise<void> {
  await stackControl.takeDown("api");
  await stackControl.bringUp("api", settings);
  await expectApiReady();
}

test("a hold that runs out gives the stock back, on everyone's screen", async ({
  browser,
  page,
  shelf,
}) => {
  const article = await shelf.take({ units: 1 });
  const other = await browser.newPage();
  await openArticle(other, article);
  await expect(stockBadge(other)).toHaveText("Only 1 left");
  await expectLive(other);

  await openArticle(page, article);
  await addToBag(page);
  await openCheckout(page);
  await expect(holdTimer(page)).toHaveText(/^0:(0\d|1[0-5])$/);
  await expect(stockBadge(other)).toHaveText("Sold out");

  // Nobody pays.
  const over = page.getByRole("heading", { name: "Your time to pay is over" });
  await expect(over).toBeVisible({ timeout: 2 * holdSeconds * 1000 });
  await expect(over).toBeFocused();
  await expect(stockBadge(other)).toHaveText("Only 1 left");

  await test.step("it can be held again", async () => {
    await page.getByRole("button", { name: "Hold it again" }).click();
    await expect(holdTimer(page)).toBeVisible();
    await expect(stockBadge(other)).toHaveText("Sold out");
  });

  await test.step("on a narrow phone the time stands beside its words, where the bar ends", async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    const ends = await holdTimer(page).evaluate((timer) => {
      const text = new Range();
      text.selectNodeContents(timer);
      const bar = timer.parentElement ?? timer;
      return [text, bar].map((part) => Math.round(part.getBoundingClientRect().right));
    });
    expect(ends[0]).toBe(ends[1]);
  });
  await other.context().close();
});
