import { expect, test } from "vitest";
import { parseRange } from "./range.ts";

const of = (range?: string, ifRange?: string) =>
  parseRange({ range, "if-range": ifRange }, { size: 10, etag: '"a"' });

test.each([
  ["bytes=0-3", 0, 4],
  ["bytes=4-", 4, 10],
  ["bytes=-3", 7, 10],
  ["bytes=-99", 0, 10],
  ["bytes=8-99", 8, 10],
])("%s is a part", (range, from, to) => {
  expect(of(range)).toEqual({ from, to, isPart: true });
});

test.each([undefined, "bytes=-", "lines=1-2", "bytes=1-2,4-5"])("%s is all of it", (range) => {
  expect(of(range)).toEqual({ from: 0, to: 10, isPart: false });
});

test("a range of something else is all of it, one behind the end none", () => {
  expect(of("bytes=1-2", '"b"').isPart).toBe(false);
  expect(of("bytes=1-2", '"a"').isPart).toBe(true);
  expect(() => of("bytes=10-")).toThrow("There are 10 bytes");
  expect(() => of("bytes=3-2")).toThrow();
  expect(() => of("bytes=-0")).toThrow();
});
