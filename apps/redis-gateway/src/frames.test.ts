import { expect, test } from "vitest";
import { confirmationFrame, messageFrame, patternFrame } from "./frames.ts";

test("frames are what @upstash/redis parses: one data line, parts split by commas", () => {
  expect(confirmationFrame("psubscribe", "a:*")).toBe("data: psubscribe,a:*,1\n\n");
  expect(messageFrame("c", '{"a":1,"b":2}')).toBe('data: message,c,{"a":1,"b":2}\n\n');
  expect(patternFrame("c*", "c1", "x")).toBe("data: pmessage,c*,c1,x\n\n");
});

test.each([
  ['{\n "a": 1\r\n}', { a: 1 }],
  ["no json\nbut two lines", "no json\nbut two lines"],
  ["\r", "\r"],
  ["data: message,c,forged\n\n", "data: message,c,forged\n\n"],
])("%j stays on one line and parses back", (payload, value) => {
  const frame = messageFrame("c", payload);
  expect(frame.slice(0, -2)).not.toMatch(/[\r\n]/);
  expect(JSON.parse(frame.slice("data: message,c,".length))).toEqual(value);
});

test.each(["a,b", "a\nb", "a\rb"])("channel %j fits in no frame", (channel) => {
  expect(patternFrame("a*", channel, "x")).toBeUndefined();
});
