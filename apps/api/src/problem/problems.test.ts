import { expect, test } from "vitest";
import { bearer, send, testHost } from "../../test/host.ts";
import { sampleRouter } from "../../test/sample-router.ts";

const app = await testHost({ router: sampleRouter() });
const post = (body: unknown, headers?: Record<string, string>) =>
  send(app, "POST", "/api/v1/failures", { body, headers: headers ?? {} });

test("a problem has everything that it promises", async () => {
  const answer = await send(app, "GET", "/api/v1/nowhere?token=secret", {
    headers: { "x-request-id": "order-4711" },
  });
  expect(answer.headers).toMatchObject({
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
    "x-request-id": "order-4711",
    "x-content-type-options": "nosniff",
  });
  expect(answer.body).toEqual({
    type: "/docs/problems#request.not_found",
    title: "Not found",
    status: 404,
    detail: "There is nothing at this address.",
    instance: "/api/v1/nowhere",
    requestId: "order-4711",
    reason: "request.not_found",
  });
});

test.each([
  ["{broken", "request.broken_json"],
  ['{"a":1}{', "request.broken_json"],
  ['{"code":"x","code":"y"}', "request.invalid_input"],
  ['{"code":"x","c\\u006fde":"y"}', "request.invalid_input"],
  ['{"code":"x","__proto__":{"isAdmin":true}}', "request.invalid_input"],
  ['{"code":"x","constructor":{"prototype":{}}}', "request.invalid_input"],
  ["[]", "request.invalid_input"],
  ["5", "request.invalid_input"],
  ["null", "request.invalid_input"],
  ['{"code":5}', "request.invalid_input"],
  ['{"code":"x","other":1}', "request.invalid_input"],
  ["", "request.invalid_input"],
  ['{"code":"a\\u0000b"}', "request.unstorable_text"],
  ['{"code":"a\\ud800b"}', "request.unstorable_text"],
  [`{"code":${"[".repeat(20_000)}${"]".repeat(20_000)}}`, "request.too_deep"],
])("the body %.40s is refused as %s", async (body, reason) => {
  expect((await post(body)).body).toMatchObject({ status: 400, reason });
});

test("a body that is not UTF-8 is broken JSON", async () => {
  const answer = await app.inject({
    method: "POST",
    url: "/api/v1/failures",
    headers: { "content-type": "application/json" },
    payload: Buffer.from([0x22, 0xff, 0x22]),
  });
  expect(answer.json()).toMatchObject({ status: 400, reason: "request.broken_json" });
});

test.each([
  ["text/plain"],
  ["application/xml"],
  ["application/json; charset=latin1"],
  ["multipart/form-data; boundary=x"],
])("a body of %s is not read", async (type) => {
  const answer = await post('{"code":"x"}', { "content-type": type });
  expect(answer.body).toMatchObject({ status: 415, reason: "request.unsupported_media_type" });
});

test("compressed bodies are not read", async () => {
  const answer = await post('{"code":"x"}', { "content-encoding": "gzip" });
  expect(answer.body).toMatchObject({ status: 415 });
});

test("a body of more than a megabyte is refused", async () => {
  const answer = await post({ code: "x".repeat(1_048_576) });
  expect(answer.body).toMatchObject({ status: 413, details: { maxBytes: 1_048_576 } });
});

test("an address of more than 8 KB is refused", async () => {
  const answer = await send(app, "GET", `/api/v1/notes?ids=${"x".repeat(8_200)}`);
  expect(answer.body).toMatchObject({ status: 414, reason: "request.url_too_long" });
});

test.each([
  ["text/html", 406],
  ["application/json;q=0, */*", 406],
  ["image/png, application/xml;q=0.5", 406],
  ["text/html, application/*;q=0.1", 200],
  ["*/*", 200],
])("Accept: %s answers %i", async (accept, status) => {
  expect((await send(app, "GET", "/api/v1/notes", { headers: { accept } })).status).toBe(status);
});

test.each([
  ["22003", 400, "request.value_out_of_range"],
  ["22P05", 400, "request.value_out_of_range"],
  ["ECONNREFUSED", 503, "service.unavailable"],
  ["57P01", 503, "service.unavailable"],
  ["23505", 500, "internal"],
])("an error %s of the database answers %i and tells nothing", async (code, status, reason) => {
  const answer = await post({ code });
  expect(answer.body).toMatchObject({ status, reason });
  expect(answer.text).not.toContain("hunter2");
  expect(answer.headers["retry-after"]).toBe(status === 503 ? "1" : undefined);
});

test.each([
  ["Bearer wrong", 'Bearer error="invalid_token"'],
  ["Basic dXNlcjpwYXNz", 'Bearer error="invalid_token"'],
  ["Bearer", 'Bearer error="invalid_token"'],
])("the token %s is refused even where none is needed", async (authorization, challenge) => {
  const answer = await send(app, "GET", "/api/v1/notes", { headers: { authorization } });
  expect(answer.body).toMatchObject({ status: 401, reason: "auth.token_invalid" });
  expect(answer.headers["www-authenticate"]).toBe(challenge);
});

test("a scope is asked for where it is declared", async () => {
  const anonymous = await send(app, "DELETE", "/api/v1/notes/one");
  expect(anonymous.body).toMatchObject({ status: 401, reason: "auth.token_required" });
  expect((await send(app, "DELETE", "/api/v1/notes/one", { headers: bearer })).status).toBe(204);
});

test("production refuses the demo token unless it runs the demo shop", async () => {
  const production = { NODE_ENV: "production", LOG_LEVEL: "silent" };
  const bare = await testHost({ router: sampleRouter(), env: production });
  const demo = await testHost({
    router: sampleRouter(),
    env: { ...production, MERIDIAN_DEMO: "1" },
  });
  const remove = (host: typeof app) =>
    send(host, "DELETE", "/api/v1/notes/one", { headers: bearer });
  expect([(await remove(bare)).status, (await remove(demo)).status]).toEqual([401, 204]);
});
