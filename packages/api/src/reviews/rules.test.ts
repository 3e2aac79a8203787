import { expect, test } from "vitest";
import { plainLine, plainText } from "../kernel/text.ts";
import { ratingChange } from "./rules.ts";

const review = (state: "pending" | "published" | "rejected", rating = 4) =>
  ({ kind: "review", state, rating }) as const;

test("only a published review counts, and only what changes is added", () => {
  expect(ratingChange(review("pending"), review("published"))).toEqual({ sum: 4, count: 1 });
  expect(ratingChange(review("published"), review("rejected"))).toEqual({ sum: -4, count: -1 });
  expect(ratingChange(review("published"), null)).toEqual({ sum: -4, count: -1 });
  expect(ratingChange(review("published"), review("published"))).toEqual({ sum: 0, count: 0 });
  expect(ratingChange(review("pending"), review("rejected"))).toEqual({ sum: 0, count: 0 });
  const question = { kind: "question", state: "published", rating: null } as const;
  expect(ratingChange(null, question)).toEqual({ sum: 0, count: 0 });
});

test("what is written is text: what nobody sees goes, paragraphs and emoji stay", () => {
  expect(plainText("  One\r\n\r\n\r\n\r\ntwo\u0007\u202E \u{1F469}\u200D\u{1F33E}\u200B ")).toBe(
    "One\n\ntwo \u{1F469}\u200D\u{1F33E}",
  );
  expect(plainText("<b>bold</b> https://example.com")).toBe("<b>bold</b> https://example.com");
  expect(plainLine("Two\n lines\tof it")).toBe("Two lines of it");
  expect(plainText("\u200B\uFEFF ")).toBe("");
  expect(plainText(`e${"\u0316".repeat(40)}`).length).toBe(5);
});
