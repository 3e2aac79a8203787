import { expect, test } from "vitest";
import { regionIds } from "#features/region/regions.ts";
import { fullAddress } from "#i18n/addresses.ts";
import { languages } from "#i18n/languages.ts";
import { alternates, alternatesOf } from "./alternates.ts";

test("every language in every market has an address, and no tag stands for two", () => {
  const found = new Set(Object.values(alternatesOf("/products/x")));
  for (const language of languages)
    for (const region of regionIds)
      expect(found).toContain(fullAddress(language, region, "/products/x"));
  expect(found.size).toBe(languages.length * regionIds.length);
});

test("tags are languages, or languages in countries", () => {
  for (const tag of Object.keys(alternatesOf("/"))) {
    if (tag === "x-default") continue;
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
  }
  expect(alternatesOf("/")).toMatchObject({
    "x-default": "/",
    de: "/de",
    "de-GB": "/de/uk",
    ja: "/ja",
    "ja-FR": "/ja/eu",
    "en-JP": "/jp",
  });
});

test("where a product is not sold it has no page", () => {
  const tags = Object.keys(alternatesOf("/products/x", ["eu"]));
  expect(tags).toContain("de");
  expect(tags).not.toContain("de-GB");
  expect(alternatesOf("/products/x", ["uk", "jp"])["x-default"]).toBe("/uk/products/x");
});

test("a page of the build's placeholder has none", () => {
  expect(alternates({ locale: "en", region: "_" }, "/")).toBeUndefined();
});
