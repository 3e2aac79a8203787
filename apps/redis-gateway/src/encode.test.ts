import { expect, test } from "vitest";
import { encodeAnswer, encodeReply, type Reply } from "./encode.ts";

const bytes = (text: string) => Buffer.from(text);

test.each<[string, Reply, string, string]>([
  ["a string", bytes("é"), '"w6k="', '"é"'],
  ["a quote and a line break", bytes('"\n'), '"Igo="', '"\\"\\n"'],
  ["the empty string", bytes(""), '""', '""'],
  ["a lone OK", bytes("OK"), '"OK"', '"OK"'],
  ["OK in a list", [bytes("OK")], '["T0s="]', '["OK"]'],
  ["an integer beyond 2^53", "9223372036854775807", "9223372036854775807", "9223372036854775807"],
  ["nothing", null, "null", "null"],
  ["an empty list", [], "[]", "[]"],
  ["depth", [null, ["1", [bytes("a")]]], '[null,[1,["YQ=="]]]', '[null,[1,["a"]]]'],
  ["an error in a list", [new Error("ERR x")], '["RVJSIHg="]', '["ERR x"]'],
])("%s", (_title, reply, base64, plain) => {
  expect(encodeReply(reply, true)).toBe(base64);
  expect(encodeReply(reply, false)).toBe(plain);
});

test("an answer is a result or an error, never both", () => {
  expect(encodeAnswer("1", true)).toBe('{"result":1}');
  expect(encodeAnswer(new Error('ERR "quoted"'), true)).toBe('{"error":"ERR \\"quoted\\""}');
});
