import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type * as clockModule from "./server-clock.ts";

const noon = Date.parse("2026-05-04T12:00:00Z");
const header = (ms: number) => new Date(ms).toUTCString();
let clock: Pick<typeof clockModule, "noteServerDate" | "serverNow">;

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers({ now: noon });
  clock = await import("./server-clock.ts");
});

afterEach(() => void vi.useRealTimers());

test("a clock that is right is left alone", () => {
  clock.noteServerDate(header(noon), noon + 100, noon + 200);
  expect(clock.serverNow()).toBe(noon);
});

test("a clock that is five minutes fast is corrected to within half a second", () => {
  const truth = noon - 300_000;
  clock.noteServerDate(header(truth), noon - 40, noon);
  expect(Math.abs(clock.serverNow() - truth)).toBeLessThanOrEqual(520);
});

test("each answer narrows the offset", () => {
  const offset = -300_000;
  for (const at of [0, 330, 710, 980]) {
    const truth = noon + at + offset;
    clock.noteServerDate(header(truth - (truth % 1000)), noon + at - 10, noon + at);
  }
  expect(Math.abs(clock.serverNow() - (noon + offset))).toBeLessThan(60);
});

test("no header, or one that is no date, tells nothing", () => {
  clock.noteServerDate(null, noon, noon);
  clock.noteServerDate("soon", noon, noon);
  expect(clock.serverNow()).toBe(noon);
});

test("a clock that was set anew voids what was known", () => {
  clock.noteServerDate(header(noon), noon, noon);
  clock.noteServerDate(header(noon), noon + 600_000, noon + 600_000);
  vi.setSystemTime(noon + 600_000);
  expect(Math.abs(clock.serverNow() - noon)).toBeLessThanOrEqual(500);
});
