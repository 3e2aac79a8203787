import type { Intent } from "@meridian/api/cart/rules/intent.ts";
import { expect, test } from "vitest";
import { coalesce, numbered } from "./intents.ts";

const a = "var_00000000000000000000000001";
const b = "var_00000000000000000000000002";
const add = (variantId: string, quantity = 1): Intent => ({ type: "add", variantId, quantity });
const set = (variantId: string, quantity: number): Intent => ({ type: "set", variantId, quantity });
const remove = (variantId: string): Intent => ({ type: "remove", variantId });

test("fifty clicks on one line are one operation", () => {
  expect(coalesce(Array.from({ length: 50 }, () => add(a)))).toEqual([add(a, 50)]);
});

test("lines keep the order in which they were first touched", () => {
  expect(coalesce([add(a), add(b), add(a)])).toEqual([add(a, 2), add(b)]);
});

test("an exact quantity swallows what came before, and grows by what is added after", () => {
  expect(coalesce([add(a, 3), set(a, 5), add(a, 2)])).toEqual([set(a, 7)]);
});

test("a removal is still told, and an add after it comes second", () => {
  expect(coalesce([add(a, 3), remove(a)])).toEqual([remove(a)]);
  expect(coalesce([add(a, 3), remove(a), add(a), add(a)])).toEqual([remove(a), add(a, 2)]);
});

test("a line never asks for more than one line may hold", () => {
  expect(coalesce([add(a, 900), add(a, 900)])).toEqual([add(a, 999)]);
});

test("numbers go on where the device stopped", () => {
  expect(numbered([add(a), remove(b)], 7).map(({ seq }) => seq)).toEqual([7, 8]);
});
