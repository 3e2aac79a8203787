import { expect, test } from "vitest";
import { mayBeTold } from "./rules.ts";

test.each([
  ["nothing is there", { available: 0, told: 0 }, 0],
  ["a few are told of each unit", { available: 2, told: 0 }, 6],
  ["what is sold meanwhile calls nobody more", { available: 1, told: 6 }, 0],
  ["more comes while some is left", { available: 4, told: 6 }, 6],
])("%s", (_, shelf, more) => {
  expect(mayBeTold(shelf)).toBe(more);
});
