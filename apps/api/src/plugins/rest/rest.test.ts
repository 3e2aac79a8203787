import { expect, test } from "vitest";
import { bearer, send, testHost } from "../../../test/host.ts";
import { sampleRouter } from "../../../test/sample-router.ts";

const app = await testHost({ router: sampleRouter() });
const get = (url: string, headers?: Record<string, string>) =>
  send(app, "GET", `/api/v1${url}`, { headers: headers ?? {} });
const firstItem = async (query: string) =>
  ((await get(`/notes?${query}`)).body as { items: unknown[] }).items[0];

test("values of a query become what their fields are", async () => {
  expect(await firstItem("limit=5&pinned=false&ids=a&ids=b,c&sizes=1,2")).toEqual({
    limit: 5,
    pinned: false,
    ids: ["a", "b", "c"],
    sizes: [1, 2],
  });
  expect(await firstItem("ids=a%2Cb")).toMatchObject({ ids: ["a", "b"] });
});

test("a record is given by dots or brackets, and an encoded comma belongs to its value", async () => {
  const wanted = { options: { Color: ["Red", "Blue"], Größe: ["L, wide"] } };
  expect(await firstItem("option.Color=Red,Blue&option.Gr%C3%B6%C3%9Fe=L%2C+wide")).toMatchObject(
    wanted,
  );
  expect(
    await firstItem("option[Color]=Red&option%5BColor%5D=Blue&option[Größe]=L%2C%20wide"),
  ).toMatchObject(wanted);
});

test.each([
  ["limit=abc", "/limit"],
  ["limit=", "/limit"],
  ["limit=0x10", "/limit"],
  ["limit=1e1", "/limit"],
  ["limit=1&limit=2", "/limit"],
  ["pinned=1", "/pinned"],
  ["pinned=yes", "/pinned"],
  ["unknown=1", "/unknown"],
  ["options=1", "/options"],
  ["__proto__=1", "/__proto__"],
  ["constructor=1", "/constructor"],
  ["a%2Fb=1", "/a~1b"],
])("the query %s is refused at %s", async (query, pointer) => {
  const { status, body } = await get(`/notes?${query}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ reason: "request.invalid_input", errors: [{ pointer }] });
});

test("a query that is not percent-encoded UTF-8 is malformed", async () => {
  expect((await get("/notes?ids=%ff")).body).toMatchObject({ status: 400 });
  expect((await get("/notes?ids=%zz")).body).toMatchObject({ reason: "request.malformed" });
  expect((await get("/notes/%zz")).body).toMatchObject({ reason: "request.malformed" });
});

test("path parameters are decoded, and nothing else may fill them", async () => {
  expect((await get("/notes/a%2Fb%20c")).body).toMatchObject({ id: "a/b c" });
  expect((await get("/notes/a?id=b")).status).toBe(400);
  const taken = await send(app, "PUT", "/api/v1/notes/a", {
    body: { id: "b", text: "x" },
    headers: { "if-match": '"3"' },
  });
  expect(taken.body).toMatchObject({ errors: [{ pointer: "/id" }] });
});

test("an answer carries a validator, and is not sent again to who has it", async () => {
  const first = await get("/notes/one");
  expect(first.headers).toMatchObject({ etag: '"3"', "cache-control": "private, no-store" });
  for (const have of ['"3"', 'W/"3"', '"1", "3"', "*"]) {
    const second = await get("/notes/one", { "if-none-match": have });
    expect(second.status).toBe(304);
    expect(second.text).toBe("");
    expect(second.headers).toMatchObject({ etag: '"3"', vary: "Accept-Encoding, Authorization" });
  }
  expect((await get("/notes/one", { "if-none-match": '"2"' })).status).toBe(200);
});

test("a list has the hash of its bytes, its caching, its keys and the next page", async () => {
  const { headers } = await get("/notes?limit=2&ids=x");
  expect(headers.etag).toMatch(/^"[\w-]{27}"$/);
  expect(headers["cache-control"]).toBe("public, max-age=10, s-maxage=30");
  expect(headers["surrogate-key"]).toBe("cart");
  expect(headers.link).toBe('</api/v1/notes?limit=2&ids=x&cursor=next%2F1>; rel="next"');
});

test("HEAD is GET without the body, OPTIONS and 405 name the methods", async () => {
  const head = await send(app, "HEAD", "/api/v1/notes/one");
  expect(head.status).toBe(200);
  expect(head.text).toBe("");
  expect(head.headers).toMatchObject({ etag: '"3"', "content-length": "39" });
  const options = await send(app, "OPTIONS", "/api/v1/notes/one");
  expect([options.status, options.headers.allow]).toEqual([204, "DELETE, GET, HEAD, OPTIONS, PUT"]);
  const patch = await send(app, "PATCH", "/api/v1/notes/one", { body: "{broken" });
  expect(patch.headers.allow).toBe("DELETE, GET, HEAD, OPTIONS, PUT");
  expect(patch.body).toMatchObject({ status: 405, reason: "request.method_not_allowed" });
  expect((await send(app, "DELETE", "/healthz")).status).toBe(405);
});

test("success says 201 with Location, 202, or 204 with nothing", async () => {
  const make = (text: string) => send(app, "POST", "/api/v1/notes", { body: { text } });
  const made = await make("now");
  expect([made.status, made.headers.location, made.headers.etag]).toEqual([
    201,
    "/api/v1/notes/made",
    '"1"',
  ]);
  expect(made.headers["idempotency-replayed"]).toBeUndefined();
  const later = await make("later");
  expect([later.status, later.headers.location]).toEqual([202, undefined]);
  expect((await make("again")).headers["idempotency-replayed"]).toBe("true");
  const removed = await send(app, "DELETE", "/api/v1/notes/one", { headers: bearer });
  expect([removed.status, removed.text]).toEqual([204, ""]);
});

test.each([
  [undefined, 400, "request.idempotency_key_required"],
  ["two words", 400, "request.invalid_header"],
  ["x".repeat(256), 400, "request.invalid_header"],
  ["schlüssel", 400, "request.invalid_header"],
])("the Idempotency-Key %s answers %i", async (key, status, reason) => {
  const headers: Record<string, string> = key === undefined ? {} : { "idempotency-key": key };
  const answer = await send(app, "POST", "/api/v1/payments", { body: {}, headers });
  expect(answer.body).toMatchObject({ status, reason });
});

test("an operation that is to go says since when, until when, and what to do, in refusals as well", async () => {
  const goes = {
    deprecation: "@1798761600",
    sunset: "Sat, 01 Jan 2028 00:00:00 GMT",
    link: '<https://example.com/guide>; rel="deprecation"; type="text/html"',
  };
  const headers = { "idempotency-key": crypto.randomUUID() };
  const pay = (with_: Record<string, string>) =>
    send(app, "POST", "/api/v1/payments", { body: {}, headers: with_ });
  expect((await pay({})).headers).toMatchObject(goes);
  expect((await pay({ ...headers, accept: "text/html" })).headers).toMatchObject(goes);
});
