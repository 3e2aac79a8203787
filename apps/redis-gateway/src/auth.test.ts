import { expect, test } from "vitest";
import { createAuthenticator } from "./auth.ts";

const authenticate = createAuthenticator("full-token", "read-token");

test.each([
  ["Bearer full-token", "/", "full"],
  ["bearer full-token", "/", "full"],
  ["Bearer read-token", "/", "read"],
  [undefined, "/get/a?_token=full-token", "full"],
  [undefined, "/get/a?x=1&_token=read-token", "read"],
  [undefined, "/get/a", undefined],
  [undefined, "/get/a?_token=", undefined],
  ["Bearer wrong", "/get/a?_token=full-token", undefined],
  ["full-token", "/", undefined],
  ["Bearer ", "/", undefined],
])("%s at %s is %s", (authorization, url, access) => {
  expect(authenticate(authorization, url)).toBe(access);
});

test("without a read-only token none is accepted", () => {
  const single = createAuthenticator("full-token");
  expect(single("Bearer full-token", "/")).toBe("full");
  expect(single("Bearer undefined", "/")).toBeUndefined();
  expect(single("Bearer ", "/")).toBeUndefined();
});

test("one token given twice is the full one", () => {
  expect(createAuthenticator("same", "same")("Bearer same", "/")).toBe("full");
});
