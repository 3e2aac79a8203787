import { expect, test } from "vitest";
import { readRefusedAdd, refusedAddPath } from "./refused-add.ts";

const queryOf = (path: string) => Object.fromEntries(new URL(path, "http://shop").searchParams);

test("what was refused is read as it was told", () => {
  const refused = {
    reason: "cart.out_of_stock",
    details: { available: 2, max: 0 },
    product: "lamp",
    isInBag: true,
  };
  expect(readRefusedAdd(queryOf(refusedAddPath(refused)))).toEqual(refused);
});

test.each(["abc", "-3", "Infinity", "1e999", ""])("an amount that is none (%j) is none", (said) => {
  const { details } = readRefusedAdd({ available: said, max: said });
  expect(details).toEqual({ available: 0, max: 0 });
});
