import type { Page } from "@playwright/test";
import type { Integrator } from "../support/integrator.ts";
import { expect, test } from "../support/test.ts";

/** The heading of a page that is asked for until it says so: the worker tells of changes within a second. */
async function expectHeading(page: Page, path: string, heading: string | RegExp) {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading, { timeout: 1_000 });
  }).toPass();
}

async function send(integrator: Integrator, method: string, path: string, ...rest: unknown[]) {
  const [body, version] = rest;
  const answer = await integrator.send(method, path, {
    ...(body !== undefined && { body }),
    headers: version === undefined ? {} : { "if-match": `"${version as number}"` },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

for (const kind of ["categories", "collections"])
  test(`pages follow what changes of the ${kind}`, async ({ page, integrator }) => {
    const handle = `shelf-${crypto.randomUUID().slice(0, 8)}`;
    const path = `/${kind}/${handle}`;
    await expectHeading(page, path, "Nothing stands here");
    await send(integrator, "POST", `/${kind}`, { handle, title: "Quiet things", position: 900 });
    await expectHeading(page, path, "Quiet things");
    await send(integrator, "PATCH", path, { title: "Calm things" }, 1);
    await expectHeading(page, path, "Calm things");
    await send(integrator, "PUT", `${path}/translations/de`, { title: "Stille Dinge" }, 2);
    await expectHeading(page, `/de${path}`, "Stille Dinge");
    await send(integrator, "DELETE", path, undefined, 3);
    await expectHeading(page, path, "Nothing stands here");
  });

test("an address that was kept or shared leads to the list as it is now", async ({ page }) => {
  for (const query of [
    "q=lamp&cursor=of-another-day",
    "q=lamp&category=gone",
    "q=lamp&collection=gone&sort=price",
    "q=lamp&category=No%20Handle",
  ]) {
    await page.goto(`/search?${query}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("“lamp”");
    await expect(page.getByRole("article").first()).toBeVisible();
    await expect(page.getByRole("list", { name: "Filters" })).toBeHidden();
  }
  await page.goto("/categories/kitchen?cursor=of-another-day");
  await expect(page.getByRole("article").first()).toBeVisible();
});
