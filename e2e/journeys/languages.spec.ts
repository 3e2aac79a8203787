import type { Page } from "@playwright/test";
import { cards } from "../support/checkout.ts";
import { mailWith } from "../support/mailbox.ts";
import { expect, test } from "../support/test.ts";

const buyer = "hanako@example.com";

/** Words in Latin letters, other than names, units and what is typed. */
function wordsOf(text: string): string[] {
  const said = text.replaceAll(/https?:\S+|\S+@\S+|M-\d+|USB-C/g, "").match(/[A-Za-z]{3,}/g) ?? [];
  return said.filter(
    (word) =>
      !/^(Meridian|LED|USB|LAN|DAB|PBT|HRC|HDMI|ABEC|UPF|FSC|IE|Bluetooth|HANAKO|YAMADA)$/.test(
        word,
      ),
  );
}

/** What of a page is in English; what people wrote of a product stays as they did. */
async function englishIn(page: Page): Promise<string[]> {
  return wordsOf(
    await page.getByRole("main").evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement;
      for (const hidden of copy.querySelectorAll("script, style, noscript, #reviews, #questions"))
        hidden.remove();
      return copy.textContent;
    }),
  );
}

test.describe("in Japan", () => {
  test.use({ locale: "ja-JP", timezoneId: "Asia/Tokyo" });

  test("a purchase in Japanese and yen reads no English word on the way, and neither does its mail", async ({
    page,
    shelf,
  }) => {
    const { product, variant } = await shelf.take({
      units: 5,
      region: "jp",
      language: "ja",
      // Sizes are S, M and L in Japan as well.
      matches: ({ variants }) => variants.length > 1 && !("Size" in (variants[0]?.options ?? {})),
    });

    await page.goto("/");
    await expect(page).toHaveURL(/\/ja$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "ja");
    await page.getByRole("combobox", { name: "ショップ内を検索" }).fill(product.title);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/ja\/search\?q=/);
    const main = page.getByRole("main");
    await main.getByRole("link", { name: product.title, exact: true }).first().click();
    await expect(page).toHaveURL(new RegExp(`/ja/products/${product.handle}$`));
    await page.goto(`/ja/products/${product.handle}?variant=${variant.id}`);
    await expect(main.getByRole("status").filter({ hasText: "残り5点" })).toBeVisible();
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(product.title);
    expect(await englishIn(page)).toEqual([]);

    const added = page.waitForResponse((response) =>
      response.url().includes("cart.applyOperations"),
    );
    await page.getByRole("button", { name: /^バッグに入れる · ¥[\d,]+$/ }).click();
    expect((await added).ok()).toBe(true);
    await page.goto("/ja/cart");
    await expect(main.getByRole("link", { name: product.title })).toBeVisible();
    expect(await englishIn(page)).toEqual([]);
    await page.goto("/ja/checkout");
    await page.getByLabel("メールアドレス").fill(buyer);
    await page.getByRole("button", { name: "お届け先へ進む" }).click();
    await page.getByLabel("郵便番号").fill("１００-０００１");
    await page.getByLabel("都道府県").selectOption("東京都");
    await page.getByLabel("市区町村").fill("千代田区");
    await page.getByLabel("町名・番地").fill("千代田1-1");
    await page.getByLabel("お名前").fill("山田 花子");
    await page.getByRole("button", { name: "配送方法へ進む" }).click();
    await expect(main.getByText("通常配送").first()).toBeVisible();
    expect(await englishIn(page)).toEqual([]);
    await page.getByRole("button", { name: "お支払いへ進む" }).click();

    await page.getByLabel("カード番号").fill(cards.isDeclined);
    await page.getByLabel("有効期限").fill("12 / 30");
    await page.getByLabel("セキュリティコード").fill("123");
    await page.getByLabel("カード名義").fill("HANAKO YAMADA");
    const pay = page.getByRole("button", { name: /¥[\d,]+を支払う$/ });
    await pay.click();
    await expect(page.getByRole("alert").filter({ hasText: "承認されませんでした" })).toBeVisible();
    await page.getByLabel("カード番号").fill(cards.pays);
    await pay.click();

    await expect(page).toHaveURL(/\/ja\/orders\/ord_\w+$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /山田さま、ありがとうございます/,
    );
    await expect(main.getByText("日本", { exact: true })).toBeVisible();
    await expect(main).toContainText(/合計¥[\d,]+/);
    await expect(main).not.toContainText(/[€$£]/);
    await expect(main).toContainText(product.title);
    expect(await englishIn(page)).toEqual([]);

    const mail = await mailWith(buyer, "ご注文ありがとうございます");
    expect(mail).toContain(product.title);
    expect(mail).toContain(`/ja/orders/${page.url().split("/").at(-1)}`);
    expect(wordsOf(mail.split("\n\n").slice(1).join("\n"))).toEqual([]);
  });
});

test.describe("in Germany", () => {
  test.use({ locale: "de-DE" });

  test("a visitor is met in German, and chooses another language where they are", async ({
    page,
    shelf,
  }) => {
    const { product } = await shelf.take({ units: 3, language: "de" });
    await page.goto("/");
    await expect(page).toHaveURL(/\/de$/);
    await expect(page.getByRole("heading", { name: "Gerade eingetroffen" })).toBeVisible();

    await page.goto(`/de/search?q=${encodeURIComponent(product.title)}&stock=in`);
    await expect(page.getByRole("main")).toContainText(/\d+(,\d\d)?\u00A0€/);
    await page.getByRole("button", { name: /^Deutsch\./ }).click();
    const menu = page.getByRole("navigation", { name: "Wohin versandt wird" });
    await expect(menu.getByRole("link", { name: "Deutsch" })).toHaveAttribute(
      "aria-current",
      "true",
    );
    await menu.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(/:\d+\/search\?.*stock=in/);
    expect(new URL(page.url()).searchParams.get("q")).toBe(product.title);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");

    // What was chosen counts more than what the browser says.
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });

  test("German words find what is called so, and filters read German over the same addresses", async ({
    page,
  }) => {
    await page.goto("/de");
    const search = page.getByRole("combobox", { name: "Den Shop durchsuchen" });
    await search.fill("kanne");
    await expect(page.getByRole("option", { name: /Teekanne Hagebutte/ })).toBeVisible();
    await page.goto("/de/search?q=teekannen");
    const main = page.getByRole("main");
    await expect(main.getByRole("link", { name: "Teekanne Hagebutte" }).first()).toBeVisible();

    await page.goto("/de/categories/kitchen");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Küche & Tisch");
    await main.getByRole("link", { name: /^Moos/ }).click();
    await expect(page).toHaveURL(/option\.Color=Moss/);
    await expect(main.getByRole("list", { name: "Filter" })).toContainText("Moos");
  });

  test("an address with a market is in that market, and stays there", async ({ page, shelf }) => {
    const { product } = await shelf.take({ units: 3, region: "uk" });
    await page.goto(`/de/uk/products/${product.handle}`);
    const add = page.getByRole("button", { name: /^In die Tasche/ });
    await expect(add).toHaveText(/\u00A0£$/);
    await page.getByRole("link", { name: "Meridian, Startseite" }).click();
    await expect(page).toHaveURL(/\/de$/);
    await expect(page.getByRole("button", { name: /Preise in GBP$/ })).toBeVisible();
  });
});
