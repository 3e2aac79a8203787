import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressOf, callerOf, subjectOf } from "./caller.ts";

const from = (remoteAddress: string, forwardedFor?: string) =>
  ({
    socket: { remoteAddress },
    headers: { "x-forwarded-for": forwardedFor },
  }) as unknown as IncomingMessage;

const behind = (proxies: number) => (_address: string, hop: number) => hop < proxies;

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::6", "2001:db8:1:2::/64"],
  ["2001:db8::6", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s counts as %s", (address, caller) => {
  expect(addressOf(from(address), false)).toBe(caller);
});

test("the proxies that are there say whom they were asked by; what callers say before them counts for nothing", () => {
  const request = from("10.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.2");
  expect(addressOf(request, false)).toBe("10.0.0.1");
  expect(addressOf(request, behind(1))).toBe("10.0.0.2");
  expect(addressOf(request, behind(2))).toBe("203.0.113.9");
  expect(addressOf(from("10.0.0.1"), behind(1))).toBe("10.0.0.1");
});

test("who is signed in is counted wherever they ask from", () => {
  const client = { kind: "client", id: "erp", scopes: new Set<never>() } as const;
  expect(callerOf(client, from("10.0.0.1"), false)).toBe("client:erp");
  expect(callerOf({ kind: "guest" }, from("10.0.0.1"), false)).toBe("10.0.0.1");
});

test("of a token that a limit is by nothing is told on; those that begin alike are two", () => {
  const token = "n".repeat(64);
  expect(subjectOf(token)).not.toContain(token.slice(0, 8));
  expect(subjectOf(token)).toBe(subjectOf(token));
  expect(subjectOf(`${token}1`)).not.toBe(subjectOf(`${token}2`));
});
