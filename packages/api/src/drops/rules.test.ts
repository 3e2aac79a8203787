import { expect, test } from "vitest";
import { hasMoved } from "./rules.ts";

test("the front hears each step", () => {
  for (let seen = 1; seen <= 50; seen++) {
    expect(hasMoved(seen, seen)).toBe(false);
    expect(hasMoved(seen - 1, seen)).toBe(true);
    expect(hasMoved(seen + 1, seen)).toBe(true);
  }
});

test("on the whole way from the five-thousandth place one hears some hundreds of times", () => {
  let heard = 0;
  let seen = 5_000;
  for (let ahead = 5_000; ahead >= 0; ahead--) {
    if (!hasMoved(ahead, seen)) continue;
    heard++;
    seen = ahead;
  }
  expect(seen).toBe(0);
  expect(heard).toBeLessThan(300);
});
