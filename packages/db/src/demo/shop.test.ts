import { describe, expect, test } from "vitest";
import { demoCatalogue } from "./catalogue.ts";
import { collections } from "./collections.ts";
import { demoLocations } from "./locations.ts";
import { hasIcon } from "./pictures/icons.ts";
import { regionIds } from "./regional-price.ts";
import { demoProducts, departments, leaves } from "./shop.ts";

const entries = demoCatalogue();
const variants = entries.flatMap((entry) => entry.variants);
const duplicates = (values: readonly string[]) =>
  values.filter((value, i) => values.indexOf(value) !== i);

describe("the shop's size", () => {
  test("is what the shop promises", () => {
    expect(entries.length).toBeGreaterThanOrEqual(120);
    expect(variants.length).toBeGreaterThanOrEqual(400);
    expect(departments.length + leaves.length).toBeGreaterThanOrEqual(12);
    expect(collections.length).toBeGreaterThanOrEqual(5);
    expect(demoLocations).toHaveLength(3);
  });

  test("gives most products two or three axes", () => {
    const rich = demoProducts.filter(({ axes }) => axes.length >= 2 && axes.length <= 3);
    expect(rich.length / demoProducts.length).toBeGreaterThan(0.8);
  });
});

describe("names", () => {
  test("are used once", () => {
    expect(duplicates(demoProducts.map(({ handle }) => handle))).toEqual([]);
    expect(duplicates(demoProducts.map(({ title }) => title))).toEqual([]);
    expect(duplicates(variants.map(({ sku }) => sku))).toEqual([]);
    expect(duplicates(variants.map(({ barcode }) => barcode))).toEqual([]);
    expect(duplicates(entries.flatMap(({ images }) => images.map(({ id }) => id)))).toEqual([]);
    expect(duplicates([...departments, ...leaves].map(({ handle }) => handle))).toEqual([]);
  });

  test("are ids of the right shape", () => {
    for (const { id } of entries) expect(id).toMatch(/^prod_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
    for (const { id } of variants) expect(id).toMatch(/^var_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
  });

  test("point at what exists", () => {
    const handles = new Set(demoProducts.map(({ handle }) => handle));
    const named = [
      ...collections.flatMap(({ products }) => products),
      ...[...departments, ...leaves].map(({ cover }) => cover),
    ];
    expect(named.filter((handle) => !handles.has(handle))).toEqual([]);
    expect(
      demoProducts
        .flatMap((product) => [product.icon, ...product.with])
        .filter((icon) => !hasIcon(icon)),
    ).toEqual([]);
  });
});

test.each(demoProducts.map((product) => [product.handle, product] as const))(
  "%s reads well",
  (_, product) => {
    expect(product.line.length).toBeGreaterThan(15);
    expect(product.line.length).toBeLessThan(90);
    expect(product.text.length).toBeGreaterThan(90);
    expect(product.text.length).toBeLessThan(330);
    expect(product.text.match(/[.!?](\s|$)/g)?.length).toBeGreaterThanOrEqual(2);
    for (const detail of product.details) expect(detail.length).toBeLessThan(60);
    expect(product.tags.length).toBeGreaterThan(0);
    expect(product.hue).toBeGreaterThanOrEqual(0);
    expect(product.hue).toBeLessThan(360);
  },
);

test("no product has the same combination of options twice", () => {
  const twice = entries.flatMap(({ variants }) =>
    duplicates(variants.map(({ sku, title }) => `${sku.slice(0, -3)} ${title}`)),
  );
  expect(twice).toEqual([]);
  for (const { product, variants } of entries) {
    for (const { options } of variants) {
      expect(Object.keys(options)).toEqual(product.axes.map(({ name }) => name));
    }
  }
});

test("every variant has a sensible price in every region", () => {
  const tags = variants.flatMap(({ sku, prices }) => prices.map((price) => ({ sku, ...price })));
  expect(tags).toHaveLength(variants.length * regionIds.length);
  const isWhole = (amount: number) => Number.isSafeInteger(amount) && amount > 0;
  expect(tags.filter(({ amountMinor }) => !isWhole(amountMinor))).toEqual([]);
  expect(
    tags.filter(
      ({ amountMinor, compareAtMinor }) => compareAtMinor !== null && compareAtMinor <= amountMinor,
    ),
  ).toEqual([]);
  expect(
    tags.filter(({ currency, amountMinor }) => currency === "JPY" && amountMinor % 20 !== 0),
  ).toEqual([]);
  expect(tags.filter(({ compareAtMinor }) => compareAtMinor !== null).length).toBeGreaterThan(100);
});

test("some stock is plenty, some low, some sold out; the drop is small and can be bought", () => {
  const totals = entries.flatMap(({ product, variants }) =>
    variants.map(({ stock }) => ({
      isDrop: product.holdOnAdd,
      total: Object.values(stock).reduce((a, b) => a + b, 0),
    })),
  );
  expect(totals.filter(({ total }) => total === 0).length).toBeGreaterThan(20);
  expect(totals.filter(({ total }) => total > 0 && total <= 5).length).toBeGreaterThan(40);
  expect(totals.filter(({ total }) => total > 10).length).toBeGreaterThan(totals.length * 0.7);
  expect(totals.filter(({ isDrop, total }) => isDrop && total === 0)).toEqual([]);
  const drop = collections.find(({ opensAfterDays }) => opensAfterDays !== undefined);
  expect(
    demoProducts
      .filter(({ holdOnAdd }) => holdOnAdd)
      .map(({ handle }) => handle)
      .toSorted(),
  ).toEqual(drop?.products.toSorted());
});

test("a barcode's check digit is right", () => {
  for (const { barcode } of variants) {
    const sum = Array.from(barcode, Number).reduce(
      (total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 3),
      0,
    );
    expect(barcode).toHaveLength(13);
    expect(sum % 10).toBe(0);
  }
});

test("every picture of a colour belongs to a variant in that colour", () => {
  const pictures = entries.flatMap(({ images, variants }) =>
    images.flatMap(({ src, variantId }) => {
      const color = /\/color-(\w+)$/.exec(src)?.[1];
      const shown = variants.find(({ id }) => id === variantId)?.options["Color"]?.toLowerCase();
      return color === undefined ? [] : [{ src, color, shown }];
    }),
  );
  expect(pictures.length).toBeGreaterThan(100);
  expect(pictures.filter(({ color, shown }) => color !== shown)).toEqual([]);
});
