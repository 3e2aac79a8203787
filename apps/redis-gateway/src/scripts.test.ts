import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createScriptRewriter, stripShebang } from "./scripts.ts";

const sha1 = (script: string) => createHash("sha1").update(script).digest("hex");

test.each([
  ["#!lua flags=allow-key-locking\nreturn 1", "\nreturn 1"],
  ["#!lua flags=allow-key-locking\r\nreturn 1", "\nreturn 1"],
  ["#!lua flags=no-writes,allow-key-locking\nreturn 1", "#!lua flags=no-writes\nreturn 1"],
  ["#!lua name=lib flags=allow-key-locking\nreturn 1", "#!lua name=lib\nreturn 1"],
  ["#!lua flags=no-writes\nreturn 1", "#!lua flags=no-writes\nreturn 1"],
  ["#!lua\nreturn 1", "#!lua\nreturn 1"],
  ["return 1 -- #!lua flags=allow-key-locking", "return 1 -- #!lua flags=allow-key-locking"],
  ["#!lua flags=allow-key-locking", ""],
])("%j becomes %j", (script, stripped) => expect(stripShebang(script)).toBe(stripped));

const script = "#!lua flags=allow-key-locking\nreturn 1";
const stripped = "\nreturn 1";

test("a hash is translated once its script was seen, and not before", () => {
  const rewrite = createScriptRewriter();
  expect(rewrite("EVALSHA", [sha1(script), "0"]).args).toEqual([sha1(script), "0"]);
  expect(rewrite("EVAL", [script, "1", "k"]).args).toEqual([stripped, "1", "k"]);
  expect(rewrite("EVALSHA", [sha1(script), "0"]).args).toEqual([sha1(stripped), "0"]);
  expect(rewrite("EVALSHA_RO", [sha1(script).toUpperCase(), "0"]).args[0]).toBe(sha1(stripped));
  expect(rewrite("SCRIPT", ["EXISTS", sha1(script), "f00"]).args).toEqual([
    "EXISTS",
    sha1(stripped),
    "f00",
  ]);
});

test("SCRIPT LOAD answers with the hash of the text that was sent; errors stay errors", () => {
  const { args, restore } = createScriptRewriter()("SCRIPT", ["load", Buffer.from(script)]);
  expect(args).toEqual(["load", stripped]);
  expect(String(restore?.(Buffer.from(sha1(stripped))))).toBe(sha1(script));
  const error = new Error("ERR Error compiling script");
  expect(restore?.(error)).toBe(error);
});

test("old scripts are forgotten, so memory stays bounded", () => {
  const rewrite = createScriptRewriter();
  const numbered = (index: number) => `${script} + ${index}`;
  for (let index = 0; index <= 1_000; index++) rewrite("EVAL", [numbered(index), "0"]);
  expect(rewrite("EVALSHA", [sha1(numbered(0)), "0"]).args[0]).toBe(sha1(numbered(0)));
  expect(rewrite("EVALSHA", [sha1(numbered(1)), "0"]).args[0]).not.toBe(sha1(numbered(1)));
});

test("other commands pass untouched", () => {
  const rewrite = createScriptRewriter();
  expect(rewrite("SET", ["k", script]).args).toEqual(["k", script]);
  expect(rewrite("EVAL", []).args).toEqual([]);
  expect(rewrite("SCRIPT", ["FLUSH"]).args).toEqual(["FLUSH"]);
});
