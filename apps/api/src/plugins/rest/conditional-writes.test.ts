import { expect, test } from "vitest";
import { send, testHost } from "../../../test/host.ts";
import { sampleRouter } from "../../../test/sample-router.ts";

/** A note at version 3, anew for each test. */
async function put(headers: Record<string, string>) {
  const app = await testHost({ router: sampleRouter() });
  return await send(app, "PUT", "/api/v1/notes/one", { body: { text: "new" }, headers });
}

test("without If-Match nothing is changed", async () => {
  expect((await put({})).body).toMatchObject({
    status: 428,
    reason: "cart.precondition_required",
  });
});

test.each(['"3"', '"1", "3"', '"x","3"', "*"])("If-Match: %s lets it through", async (ifMatch) => {
  const { status, headers } = await put({ "if-match": ifMatch });
  expect([status, headers.etag]).toEqual([200, '"4"']);
});

test.each(['"2"', 'W/"3"', '"abc"', '"99999999999999"', '"03"', '"1", "2"'])(
  "If-Match: %s answers with what it is now",
  async (ifMatch) => {
    const { body, headers } = await put({ "if-match": ifMatch });
    expect(body).toMatchObject({ status: 412, current: { version: 3, text: "hello" } });
    expect(headers.etag).toBe('"3"');
  },
);

test("an expectation that no version meets is not told as a number", async () => {
  const { body } = await put({ "if-match": '"abc"' });
  expect((body as { details: object }).details).toEqual({ actual: 3 });
});

test("If-None-Match: * makes, and never overwrites", async () => {
  expect((await put({ "if-none-match": "*" })).status).toBe(412);
});

test.each(["3", '"3', "'3'", "", '"3" "4"'])("If-Match: %s can't be read", async (ifMatch) => {
  expect((await put({ "if-match": ifMatch })).body).toMatchObject({
    status: 400,
    reason: "request.invalid_header",
  });
});

test.each([
  ["DELETE", "/api/v1/notes/one"],
  ["POST", "/api/v1/notes"],
] as const)("%s of what has no version does not pretend to mind If-Match", async (method, path) => {
  const app = await testHost({ router: sampleRouter() });
  const { body } = await send(app, method, path, { headers: { "if-match": '"3"' } });
  expect(body).toMatchObject({
    status: 400,
    reason: "request.invalid_header",
    details: { header: "If-Match" },
  });
});
