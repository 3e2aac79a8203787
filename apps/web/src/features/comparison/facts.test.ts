import type { Product } from "@meridian/api/catalog/contract.ts";
import { expect, test } from "vitest";
import { differs, optionRows } from "#features/comparison/facts.ts";

const product = (options: Record<string, string[]>) =>
  ({
    options: Object.entries(options).map(([name, values]) => ({
      name,
      label: name,
      values: values.map((value) => ({ value, label: value })),
    })),
  }) as Product;

test("each option of any product is a row, and what a product lacks is said to be lacking", () => {
  const products = [
    product({ Color: ["Sage", "Ink"] }),
    product({ Size: ["S", "M"], Color: ["Ink"] }),
  ];
  const rows = optionRows(products, "en");
  expect(rows).toEqual([
    { name: "Color", values: ["Sage, Ink", "Ink"] },
    { name: "Size", values: [null, "S, M"] },
  ]);
  expect(optionRows(products, "ja")[0]?.values).toEqual(["Sage、Ink", "Ink"]);
});

test("a row differs when not all say the same, and one product alone never does", () => {
  expect(differs({ name: "Color", values: ["Ink", "Ink"] })).toBe(false);
  expect(differs({ name: "Color", values: ["Ink", null] })).toBe(true);
  expect(differs({ name: "Color", values: ["Ink"] })).toBe(false);
});
