import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const GATEWAY_TOKEN = "a-token-of-some-length";

test("only the token has to be given", () => {
  expect(readEnv({ GATEWAY_TOKEN, GATEWAY_READONLY_TOKEN: "", GATEWAY_PORT: "" })).toEqual({
    GATEWAY_TOKEN,
    REDIS_URL: "redis://127.0.0.1:6379",
    HOST: "127.0.0.1",
    GATEWAY_PORT: 8079,
    GATEWAY_BODY_LIMIT_BYTES: 10 * 1024 * 1024,
    GATEWAY_LOG_LEVEL: "info",
  });
});

test.each([
  ["GATEWAY_TOKEN", { GATEWAY_TOKEN: "short-secret" }],
  ["GATEWAY_TOKEN", {}],
  ["GATEWAY_READONLY_TOKEN", { GATEWAY_TOKEN, GATEWAY_READONLY_TOKEN: "short-secret" }],
  ["GATEWAY_PORT", { GATEWAY_TOKEN, GATEWAY_PORT: "80x" }],
  ["REDIS_URL", { GATEWAY_TOKEN, REDIS_URL: "http://secret@host" }],
])("a wrong %s is named, without its value", (name, source) => {
  expect(() => readEnv(source)).toThrow(name);
  expect(() => readEnv(source)).not.toThrow(/secret/);
});
