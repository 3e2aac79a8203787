import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const given: NodeJS.Dict<string> = {
  NODE_ENV: "development",
  DATABASE_URL: "postgres://shop@127.0.0.1/shop",
  UPSTASH_REDIS_REST_URL: "http://127.0.0.1:8079",
  UPSTASH_REDIS_REST_TOKEN: "token",
};
const sending = { SMTP_URL: "smtps://u:p@mail.example.com", MAIL_FROM: "Shop <shop@example.com>" };

test("a shop in production does not start without a mail server; a demo shop and a developer's do", () => {
  expect(() => readEnv({ ...given, NODE_ENV: "production" })).toThrow(
    /SMTP_URL: a shop in production/,
  );
  expect(() => readEnv({ ...given, NODE_ENV: "production", SMTP_URL: "" })).toThrow("SMTP_URL");
  expect(readEnv({ ...given, NODE_ENV: "production", ...sending }).SMTP_URL).toBe(sending.SMTP_URL);
  expect(
    readEnv({ ...given, NODE_ENV: "production", MERIDIAN_DEMO: "1" }).SMTP_URL,
  ).toBeUndefined();
  expect(readEnv(given).SMTP_URL).toBeUndefined();
});

test("who sends mails says from whom, and over SMTP", () => {
  expect(() => readEnv({ ...given, SMTP_URL: sending.SMTP_URL })).toThrow("MAIL_FROM");
  expect(() => readEnv({ ...given, ...sending, SMTP_URL: "https://mail.example.com" })).toThrow(
    "SMTP_URL",
  );
});
