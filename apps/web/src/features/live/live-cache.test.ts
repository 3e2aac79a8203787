import { expect, test } from "vitest";
import { newer } from "./live-cache.ts";

const [first, repriced, next] = [
  { version: 5, total: 49 },
  { version: 5, total: 59 },
  { version: 6, total: 108 },
];

test("of two versions the newer stays, in whatever order they are heard", () => {
  expect(newer(next)(first)).toBe(next);
  expect(newer(first)(next)).toBe(next);
  expect(newer(first)(null)).toBe(first);
});

test("of one version the one heard last stays: prices move without the cart", () => {
  expect(newer(repriced)(first)).toBe(repriced);
});
