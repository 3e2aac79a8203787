import { describe, expect, test } from "vitest";
import { parseJson, pathCommandLine, subscriptionTarget, toCommandLine } from "./arguments.ts";

const read = (json: string) => toCommandLine(parseJson(Buffer.from(json)));

describe("commands in JSON", () => {
  test.each([
    ['["SET","k","v"]', ["SET", "k", "v"]],
    ['["SET","k",1.5,true,false]', ["SET", "k", "1.5", "true", "false"]],
    ['["INCRBY","k",-9223372036854775808]', ["INCRBY", "k", "-9223372036854775808"]],
    ['["SET","k","1234567890123456789"]', ["SET", "k", "1234567890123456789"]],
    ['["SET","k","line\\nbreak ☕"]', ["SET", "k", "line\nbreak ☕"]],
  ])("%s", (json, line) => expect(read(json)).toEqual(line));

  test.each([
    ["", /failed to parse/],
    ["[", /failed to parse/],
    ['{"0":"GET"}', /not an array/],
    ["[]", /empty command/],
    ['["GET",null]', /null args are not supported/],
    ['["GET",{"a":1}]', /unsupported arg type: object/],
    ['["GET",["a"]]', /unsupported arg type: array/],
  ])("%s is refused", (json, message) => expect(() => read(json)).toThrow(message));
});

describe("commands in the address", () => {
  test.each([
    ["/get/a", undefined, ["get", "a"]],
    ["/set/a%2Fb/c%20d", undefined, ["set", "a/b", "c d"]],
    ["/set/a/", undefined, ["set", "a", ""]],
    ["/set/a/b?EX=10&NX", undefined, ["set", "a", "b", "EX", "10", "NX"]],
    ["/set/a/b?_token=secret&EX=10", undefined, ["set", "a", "b", "EX", "10"]],
    ["/set/a?EX=10", Buffer.from("body"), ["set", "a", Buffer.from("body"), "EX", "10"]],
  ])("%s", (url, body, line) => expect(pathCommandLine(url, body)).toEqual(line));

  test.each(["/", "/?EX=1", "//a"])("%s names no command", (url) =>
    expect(() => pathCommandLine(url)).toThrow("ERR empty command"),
  );
  test("a broken escape is refused", () =>
    expect(() => pathCommandLine("/get/%zz")).toThrow("broken percent escape"));
});

describe("subscription targets", () => {
  test.each([
    ["/subscribe/stock:var_1", "stock:var_1"],
    ["/subscribe/a/b", "a/b"],
    ["/psubscribe/order:*?_token=x", "order:*"],
    ["/subscribe/caf%C3%A9", "café"],
  ])("%s", (url, target) => expect(subscriptionTarget(url)).toBe(target));

  test.each(["/subscribe", "/subscribe/", "/subscribe/a,b", "/subscribe/a?b", "/subscribe/a%0D"])(
    "%s is refused",
    (url) => expect(() => subscriptionTarget(url)).toThrow(/^ERR /),
  );
});
