import { expect, test } from "vitest";
import type { Category } from "@meridian/api/catalog/contract.ts";
import { categoryFacets } from "./category-facets.ts";

const leaf = (handle: string) => ({
  id: handle,
  handle,
  title: handle,
  description: "",
  hue: 0,
  imageSrc: null,
  productCount: 1,
});
const tree: Category[] = [
  { ...leaf("home"), children: [leaf("kitchen"), leaf("living")] },
  { ...leaf("wear"), children: [leaf("shoes"), leaf("hats")] },
];
const facets = (...handles: string[]) =>
  handles.map((value, index) => ({ value, label: value, count: 9 - index }));
const all = facets("home", "wear", "kitchen", "living", "shoes");
const shown = (of: typeof all, chosen: string) =>
  categoryFacets(of, tree, chosen).map(({ value, isWithin }) => (isWithin ? `  ${value}` : value));

test("departments come alone, in the shop's order", () => {
  expect(shown(all, "")).toEqual(["home", "wear"]);
});

test("the chosen one is open, also where one of its own is chosen; what has nothing is left out", () => {
  expect(shown(all, "wear")).toEqual(["home", "wear", "  shoes"]);
  expect(shown(all, "kitchen")).toEqual(["home", "  kitchen", "  living", "wear"]);
});

test("where all there is stands in one department, it is open", () => {
  expect(shown(facets("home", "kitchen"), "")).toEqual(["home", "  kitchen"]);
});

test("a category that the tree does not know yet is not offered", () => {
  expect(shown(facets("home", "gone"), "")).toEqual(["home"]);
});
