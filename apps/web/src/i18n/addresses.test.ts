import { expect, test } from "vitest";
import { regionIds } from "#features/region/regions.ts";
import { fullAddress, joinAddress, localPath, splitAddress } from "./addresses.ts";
import { languages } from "./languages.ts";

test.each([
  ["/", { language: "en", region: undefined, path: "/" }],
  ["/products/de", { language: "en", region: undefined, path: "/products/de" }],
  ["/de", { language: "de", region: undefined, path: "/" }],
  ["/uk", { language: "en", region: "uk", path: "/" }],
  ["/ja/eu/search", { language: "ja", region: "eu", path: "/search" }],
  ["/destinations", { language: "en", region: undefined, path: "/destinations" }],
] as const)("%s is read, and written as it was", (pathname, address) => {
  expect(splitAddress(pathname)).toEqual(address);
  expect(joinAddress(address)).toBe(pathname);
});

test("each page has one address in each language and market", () => {
  const addresses = languages.flatMap((language) =>
    regionIds.map((region) => fullAddress(language, region, "/products/x")),
  );
  expect(new Set(addresses).size).toBe(languages.length * regionIds.length);
  expect(addresses).toContain("/products/x");
  expect(addresses).toContain("/ja/products/x");
  expect(addresses).toContain("/ja/eu/products/x");
});

test("a link stays in the page's language, and leaves addresses elsewhere alone", () => {
  expect(localPath("en", "/cart")).toBe("/cart");
  expect(localPath("de", "/")).toBe("/de");
  expect(localPath("ja", "/search?q=tea")).toBe("/ja/search?q=tea");
  expect(localPath("de", "https://example.com/")).toBe("https://example.com/");
  expect(localPath("de", "#reviews")).toBe("#reviews");
});
