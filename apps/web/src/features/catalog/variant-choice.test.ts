import type { Variant } from "@meridian/api/catalog/contract.ts";
import { expect, test } from "vitest";
import { findVariant, firstChoice, variantFor } from "./variant-choice.ts";

const variant = (
  id: string,
  options: Record<string, string>,
  available: number | null = 5,
): Variant => ({
  id,
  sku: null,
  title: Object.values(options).join(" / "),
  options,
  price: { amountMinor: 1000, currency: "EUR" },
  compareAt: null,
  available,
});
const mossS = variant("moss-s", { Color: "Moss", Size: "S" }, 0);
const mossM = variant("moss-m", { Color: "Moss", Size: "M" });
const irisM = variant("iris-m", { Color: "Iris", Size: "M" });
const all = [mossS, mossM, irisM];

test("all options together name one variant", () => {
  expect(findVariant(all, { Color: "Moss", Size: "M" })).toBe(mossM);
  expect(findVariant(all, { Color: "Iris", Size: "S" })).toBeUndefined();
});

test("another colour keeps the size where it can", () => {
  expect(variantFor(all, irisM, "Color", "Moss")).toBe(mossM);
});

test("where the combination does not exist, the chosen value wins", () => {
  expect(variantFor(all, mossS, "Color", "Iris")).toBe(irisM);
  expect(variantFor(all, mossS, "Color", "Ochre")).toBeUndefined();
});

test("the page opens on something that can be bought", () => {
  expect(firstChoice(all)).toBe(mossM);
  expect(firstChoice([mossS])).toBe(mossS);
});
