import { expect, test } from "vitest";
import { createTranslator } from "next-intl";
import messages from "../../../messages/en.json" with { type: "json" };
import { textProblem } from "./review-rules.ts";

const t = createTranslator({ locale: "en", messages, namespace: "reviews" });

test("what is missing, too long or an address is said at its field", () => {
  expect(textProblem("body", "  \n ", t)).toBe("Write what you want to say.");
  expect(textProblem("title", "x".repeat(121), t)).toContain("120");
  expect(textProblem("displayName", "ana@example.com", t)).toContain("address");
  expect(textProblem("displayName", "Ana", t)).toBeUndefined();
  expect(textProblem("body", "ana@example.com wrote it", t)).toBeUndefined();
});
