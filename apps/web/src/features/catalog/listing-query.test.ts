import { expect, test } from "vitest";
import {
  countFilters,
  listQuery,
  listingHref,
  parseListing,
  toggleOption,
  withoutFilters,
} from "./listing-query.ts";

const full =
  "/search?q=tea&category=kitchen&option.Color=Moss&option.Color=Iris&min=10&max=80&stock=in&sort=-price";
const paramsOf = (href: string) => {
  const params: Record<string, string[]> = {};
  for (const [key, value] of new URL(href, "http://shop").searchParams)
    (params[key] ??= []).push(value);
  return params;
};

test("an address survives being read and written", () => {
  expect(listingHref("/search", parseListing(paramsOf(full)))).toBe(full);
});

test("nonsense is left out", () => {
  const listing = parseListing({ min: "-3", max: "1e9", sort: "cheapest", stock: "maybe" });
  expect(listingHref("/search", listing)).toBe("/search");
});

test("an option is chosen, joined and given up", () => {
  const none = parseListing({});
  const one = toggleOption(none, "Color", "Moss");
  const two = toggleOption(one, "Color", "Iris");
  expect(two.options).toEqual({ Color: ["Moss", "Iris"] });
  expect(toggleOption(toggleOption(two, "Color", "Moss"), "Color", "Iris").options).toEqual({});
});

test("a change of filter begins at the first page", () => {
  expect(toggleOption(parseListing({ cursor: "abc" }), "Color", "Moss").cursor).toBeNull();
});

test("prices are asked for in minor units: cents here, whole yen there", () => {
  const listing = parseListing({ min: "10" });
  expect(listQuery(listing, { language: "en", region: "eu" }, 100).priceMin).toBe(1000);
  expect(listQuery(listing, { language: "ja", region: "jp" }, 1).priceMin).toBe(10);
});

test("the page's own category is not a filter", () => {
  const listing = parseListing({ "option.Size": ["S", "M"], stock: "in" });
  expect(countFilters(listing)).toBe(3);
  expect(countFilters(withoutFilters(listing))).toBe(0);
  expect(
    listQuery(listing, { language: "en", region: "eu" }, 100, { category: "kitchen" }).category,
  ).toBe("kitchen");
});
