import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint } from "./fingerprint.ts";

test("the key itself, absent members and the order of members do not matter", () => {
  const one = fingerprint({ idempotencyKey: "a", x: 1, y: { p: [1, 2], q: "z" } });
  const other = fingerprint({ y: { q: "z", p: [1, 2] }, x: 1, w: undefined, idempotencyKey: "b" });
  expect(one).toBe(other);
});

test("any other value does", () => {
  const value = fc.jsonValue();
  fc.assert(
    fc.property(value, value, (a, b) => {
      const isSame = JSON.stringify(a) === JSON.stringify(b);
      if (!isSame && !hasObject(a) && !hasObject(b))
        expect(fingerprint({ a })).not.toBe(fingerprint({ a: b }));
    }),
  );
  expect(fingerprint({ a: [1, 2] })).not.toBe(fingerprint({ a: [2, 1] }));
  expect(fingerprint({ a: "1" })).not.toBe(fingerprint({ a: 1 }));
});

function hasObject(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasObject);
  return typeof value === "object" && value !== null;
}
