import { expect, test } from "vitest";
import type { CommandLine } from "./arguments.ts";
import { buildCommandTable, refusalOf } from "./commands.ts";

const entry = (name: string, flags: string[], categories: string[] = [], inner: unknown[] = []) => [
  name,
  "-2",
  flags,
  "1",
  "1",
  "1",
  categories,
  [],
  [],
  inner,
];

const table = buildCommandTable([
  entry("get", ["readonly", "fast"], ["@read"]),
  entry("set", ["write", "denyoom"], ["@write"]),
  entry("blpop", ["write", "noscript", "blocking"], ["@write", "@blocking"]),
  entry("xread", ["readonly", "blocking"], ["@read", "@blocking"]),
  entry("xreadgroup", ["write", "blocking"], ["@write", "@blocking"]),
  entry("select", ["loading", "fast"], ["@connection"]),
  entry("ping", ["fast"], ["@connection"]),
  entry("publish", ["pubsub", "fast"], ["@pubsub"]),
  entry("subscribe", ["pubsub", "noscript"], ["@pubsub"]),
  entry("multi", ["noscript"], ["@transaction"]),
  entry("config", [], ["@slow"], [entry("config|get", ["admin"], ["@admin"])]),
  entry("object", [], ["@slow"], [entry("object|encoding", ["readonly"], ["@read"])]),
  // Redis before 6 lists neither categories nor subcommands.
  ["oldread", "2", ["readonly"], "1", "1", "1"],
]);

test.each<[CommandLine, "full" | "read"]>([
  [["GET", "a"], "read"],
  [["set", "a", "1"], "full"],
  [["PING"], "read"],
  [["PUBLISH", "c", "m"], "full"],
  [["OBJECT", "ENCODING", "a"], "read"],
  [["XREAD", "COUNT", "1", "STREAMS", "block", "0"], "read"],
  [["XREADGROUP", "GROUP", "block", "block", "NOACK", "STREAMS", "s", ">"], "full"],
  [["OLDREAD", "a"], "read"],
])("%j may run with %s access", (line, access) => {
  expect(refusalOf(table, line, access)).toBeUndefined();
  expect(refusalOf(table, line, "full")).toBeUndefined();
});

test.each<[CommandLine, RegExp]>([
  [["BLPOP", "a", "0"], /not available: 'BLPOP' \(it would block/],
  [["XREAD", "block", "0", "STREAMS", "s", "$"], /it would block/],
  [["XREADGROUP", "GROUP", "g", "c", "COUNT", "1", "BLOCK", "0"], /it would block/],
  [["SELECT", "1"], /change the state/],
  [["SUBSCRIBE", "c"], /change the state/],
  [["multi"], /'MULTI' \(it would change the state/],
  [["CONFIG", "GET", "x"], /administers the server/],
  [["NOSUCH"], /^ERR unknown command 'NOSUCH'$/],
])("%j may run for nobody", (line, message) => {
  expect(refusalOf(table, line, "full")).toMatch(message);
  expect(refusalOf(table, line, "read")).toMatch(message);
});

test.each<[CommandLine]>([[["SET", "a", "1"]], [["PUBLISH", "c", "m"]], [["OBJECT", "HELP"]]])(
  "%j is not for readers",
  (line) => expect(refusalOf(table, line, "read")).toMatch(/^NOPERM/),
);
