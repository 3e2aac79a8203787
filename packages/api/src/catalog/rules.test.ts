import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareOptionValues,
  correctionOf,
  editDistance,
  optionFacet,
  parseOptionFacet,
  priceVariants,
  ratingOf,
  slipsOf,
  type VariantRow,
  wordsOf,
} from "./rules.ts";

describe("wordsOf", () => {
  test("folds case and accents and drops what is no word", () => {
    expect(wordsOf("  Crème-Brûlée  & 'Café' | !x:* ")).toEqual(["creme", "brulee", "cafe", "x"]);
    expect(wordsOf("Women's women\u2019s shirts")).toEqual(["women", "women", "shirts"]);
    expect(wordsOf("東京 タワー")).toHaveLength(2);
    expect(wordsOf("(*&^%$#@!);--")).toEqual([]);
  });

  test("is bounded and holds only letters and digits, whatever comes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const words = wordsOf(text);
        expect(words.length).toBeLessThanOrEqual(8);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{Nd}]{1,40}$/u);
      }),
    );
  });
});

describe("spelling", () => {
  test.each([
    ["teaopt", "teapot", 1],
    ["shrit", "shirt", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
  ])("%s -> %s takes %i", (a, b, edits) => expect(editDistance(a, b)).toBe(edits));

  test("a distance is symmetric, and zero only for the same word", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  test("takes the nearest, the better guess among equals, and nothing that is far", () => {
    expect(correctionOf("blankte", ["blanket", "blank"])).toBe("blanket");
    expect(correctionOf("lamb", ["lamp", "lame"])).toBe("lamp");
    expect(correctionOf("zebra", ["teapot"])).toBeUndefined();
    expect(correctionOf("tv", ["tea"])).toBeUndefined();
  });

  test("slips hold every swap and every dropped letter", () => {
    expect(slipsOf("abc").toSorted()).toEqual(["ab", "ac", "acb", "bac", "bc"]);
  });
});

test("an option facet is read back as it was written", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, value) => {
      expect(parseOptionFacet(optionFacet(name, value))).toEqual({ name, value });
    }),
  );
  expect(parseOptionFacet("category:mugs")).toBeUndefined();
});

test("sizes are shown as they grow, other values by frequency", () => {
  const order = (...values: string[]) =>
    values
      .map((value, count) => ({ value, count }))
      .toSorted(compareOptionValues)
      .map((v) => v.value);
  expect(order("XL", "S", "M")).toEqual(["S", "M", "XL"]);
  expect(order("Large", "Small")).toEqual(["Small", "Large"]);
  expect(order("500 ml", "250 ml")).toEqual(["250 ml", "500 ml"]);
  expect(order("Sage", "Ink")).toEqual(["Ink", "Sage"]);
});

test("the cheapest variant speaks for the product", () => {
  const row = (amountMinor: number, compareAtMinor: number | null = null): VariantRow => ({
    id: "var_1",
    sku: null,
    title: "",
    options: {},
    available: 1,
    amountMinor,
    compareAtMinor,
  });
  expect(priceVariants([row(1500), row(900, 1200)], "EUR")).toMatchObject({
    price: { amountMinor: 900, currency: "EUR" },
    compareAt: { amountMinor: 1200, currency: "EUR" },
    priceVaries: true,
  });
  expect(priceVariants([row(5), row(5)], "JPY").priceVaries).toBe(false);
});

describe("ratingOf", () => {
  test("is to one decimal, halves up, and null without a review", () => {
    expect(ratingOf(0, 0)).toBeNull();
    expect(ratingOf(9, 2)).toEqual({ average: 4.5, count: 2 });
    expect(ratingOf(79, 20)).toEqual({ average: 4, count: 20 });
    expect(ratingOf(17, 4)?.average).toBe(4.3);
    expect(ratingOf(5_000_000, 1_000_000)?.average).toBe(5);
  });
});
