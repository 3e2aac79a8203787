import { expect } from "@playwright/test";
import type { Traveller } from "./tour.ts";

/** The bag comes along from one language to the next: the second time there are two in it. */
const languages = {
  de: { add: /^In die Tasche/, added: /^Tasche, ?1 / },
  ja: { add: /^バッグに入れる/, added: /^バッグ.*2/ },
};

/** Where words are longest, and where they are written in another hand. */
export async function languagesLeg({ page, shelf, look }: Traveller): Promise<void> {
  const { product } = await shelf.take({ units: 9, handle: "rosehip-teapot" });
  for (const [language, { add, added }] of Object.entries(languages)) {
    const open = async (state: string, address: string) => {
      await page.goto(`/${language}${address}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await look(`${state}, ${language}`);
    };
    await open("home", "");
    await open("category", "/categories/kitchen");
    await open("product", `/products/${product.handle}`);
    await page.getByRole("button", { name: add }).click();
    await expect(page.getByRole("banner").getByRole("link", { name: added })).toBeVisible();
    await open("bag", "/cart");
    await open("checkout", "/checkout");
    await open("sign in", "/account/sign-in");
    await open("search, nothing found", "/search?q=zzzzqqqq");
  }
}
