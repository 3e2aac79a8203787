import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import messages from "../../../messages/en.json";
import {
  formatCardField,
  isLuhnValid,
  sampleCard,
  testCards,
  tokenOf,
  validateCard,
} from "./card-rules.ts";

const t = createTranslator({ locale: "en", messages, namespace: "checkout" });
const now = new Date("2026-11-22T12:00:00Z");
const good = { ...sampleCard, number: "4242 4242 4242 4242" };

test.each(testCards)("$number is a card that can be typed", ({ number, token }) => {
  expect(isLuhnValid(number.replaceAll(" ", ""))).toBe(true);
  expect(validateCard({ ...good, number }, now, t)).toEqual({});
  expect(tokenOf(number.replaceAll(" ", "-"))).toBe(token);
});

test("a card that is none of the test cards is refused before it goes anywhere", () => {
  expect(tokenOf("5555 5555 5555 4444")).toBeUndefined();
  expect(validateCard({ ...good, number: "5555 5555 5555 4444" }, now, t).number).toContain(
    "test shop",
  );
  expect(validateCard({ ...good, number: "4242 4242 4242 4241" }, now, t).number).toContain(
    "digit",
  );
});

test("digits are grouped while they are typed, and can be deleted again", () => {
  expect(formatCardField("number", "42424242424")).toBe("4242 4242 424");
  expect(formatCardField("expiry", "123")).toBe("12 / 3");
  expect(formatCardField("expiry", "12 / ")).toBe("12");
  expect(formatCardField("code", "12345")).toBe("1234");
});

test("a card is good until the last day of its month", () => {
  expect(validateCard({ ...good, expiry: "11 / 26" }, now, t)).toEqual({});
  expect(validateCard({ ...good, expiry: "10 / 26" }, now, t).expiry).toContain("expired");
  expect(validateCard({ ...good, expiry: "13 / 26" }, now, t).expiry).toContain("month");
});
