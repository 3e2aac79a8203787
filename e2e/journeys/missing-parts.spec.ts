import { makeAccount } from "../support/account.ts";
import { expect, test } from "../support/test.ts";

test.use({ serviceWorkers: "block" });

test("a shopper whose account menu does not arrive still has the way to the account", async ({
  page,
  browser,
  integrator,
}) => {
  await makeAccount(page, integrator);
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    serviceWorkers: "block",
  });
  const later = await context.newPage();
  let lost = 0;
  await later.route(/\/_next\/static\/.*\.js/, async (route) => {
    const answer = await route.fetch();
    if (!(await answer.text()).includes("yourAccountNamed"))
      return route.fulfill({ response: answer });
    lost++;
    return route.abort();
  });
  await later.goto("/search");
  await expect.poll(() => lost).toBeGreaterThan(0);
  await expect(later.getByRole("main").getByRole("article").first()).toBeVisible();
  await later.getByRole("banner").getByRole("link", { name: "Account", exact: true }).click();
  await expect(later).toHaveURL(/\/account$/);
  await context.close();
});

test("Japanese is read in the system's letters when its own do not arrive", async ({ page }) => {
  let lost = 0;
  await page.route(/\.css(\?|$)/, (route) => {
    lost++;
    return route.abort();
  });
  await page.goto("/ja/search");
  await expect.poll(() => lost).toBeGreaterThan(0);
  // The page has come alive.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("banner").getByRole("combobox")).toBeFocused({ timeout: 500 });
  }).toPass();
  await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
});
