import { expect, test } from "vitest";
import { cut, json, problem, scripted } from "../test/server.ts";
import { ConnectionError, createMeridian, ProblemError, responseOf } from "./index.ts";

const cart = { id: "cart_1", version: 3, lines: [] };
const level = { onHand: 5, version: 2 };
const levelAt = { variantId: "var_1", locationId: "loc_1" };
const open = async (...scripts: Parameters<typeof scripted>) => {
  const server = await scripted(...scripts);
  return { ...server, meridian: createMeridian({ baseUrl: server.baseUrl }) };
};

test("a POST is repeated with the key of its first attempt", async () => {
  const { meridian, requests } = await open(
    cut,
    problem(503, "service.unavailable"),
    json(201, cart),
  );
  expect(await meridian.cart.create({ region: "eu" })).toEqual(cart);
  const keys = requests.map(({ headers }) => headers["idempotency-key"]);
  expect([requests.length, new Set(keys).size]).toEqual([3, 1]);
  await meridian.cart.create({ region: "eu" });
  expect(requests[3]!.headers["idempotency-key"]).not.toBe(keys[0]);
  await meridian.cart.create({ region: "eu" }, { idempotencyKey: "order-4711" });
  expect(requests[4]!.headers["idempotency-key"]).toBe("order-4711");
});

test("what is neither keyed nor conditional is not repeated once it may have arrived", async () => {
  const { meridian, requests } = await open(cut);
  const lost = meridian.cart.update({ cartId: "cart_1", region: "uk" });
  await expect(lost).rejects.toMatchObject({ name: "ConnectionError", mayHaveApplied: true });
  expect(requests).toHaveLength(1);
});

test("what was refused unread is repeated always, after Retry-After", async () => {
  const { meridian, requests } = await open(
    problem(429, "rate.limited", { "retry-after": "0" }),
    problem(503, "service.overloaded", { "retry-after": new Date(0).toUTCString() }),
    json(200, cart),
  );
  expect(await meridian.cart.update({ cartId: "cart_1", region: "uk" })).toEqual(cart);
  expect(requests).toHaveLength(3);
});

test("a wait that is too long is the caller's to decide", async () => {
  const { meridian, requests } = await open(
    problem(429, "rate.limited", { "retry-after": "3600" }),
  );
  await expect(meridian.catalog.list()).rejects.toMatchObject({ status: 429 });
  expect(requests).toHaveLength(1);
});

test("a refusal is not repeated, and narrows by its reason", async () => {
  const { meridian, requests } = await open(problem(409, "inventory.out_of_stock"));
  const error = await meridian.checkout
    .start({ cartId: "cart_1" })
    .catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).is("inventory.out_of_stock")).toBe(true);
  expect((error as ProblemError).mayHaveApplied).toBe(false);
  expect(requests).toHaveLength(1);
});

test("a 412 after a lost answer says that it may be of one's own doing", async () => {
  const refused = json(
    412,
    { status: 412, reason: "inventory.version_mismatch", detail: "", current: level },
    { "content-type": "application/problem+json", etag: '"2"' },
  );
  const { meridian, requests } = await open(cut, refused, json(200, level));
  const error = (await meridian.inventory
    .setLevel({ ...levelAt, onHand: 5 }, { ifMatch: '"1"' })
    .catch((error: unknown) => error)) as ProblemError;
  expect([error.mayHaveApplied, error.problem.current]).toEqual([true, level]);
  await meridian.inventory.setLevel({ ...levelAt, onHand: 6 }, { ifMatch: error.problem.current! });
  expect(requests.map(({ headers }) => headers["if-match"])).toEqual(['"1"', '"1"', '"2"']);
  expect(requests[2]!.body).toBe('{"onHand":6}');
});

test("nothing there yet: If-None-Match", async () => {
  const { meridian, requests } = await open(json(200, level));
  await meridian.inventory.setLevel({ ...levelAt, onHand: 5 }, { ifMatch: null });
  expect(requests[0]!.headers).toMatchObject({ "if-none-match": "*" });
});

test("an unchanged answer is the one that was seen", async () => {
  const { meridian, requests } = await open(json(200, cart, { etag: '"3"' }), (_, response) =>
    response.writeHead(304).end(),
  );
  const seen = await meridian.cart.get({ cartId: "cart_1" });
  expect(responseOf(seen)?.headers.get("etag")).toBe('"3"');
  expect(await meridian.cart.get({ cartId: "cart_1" }, { ifNoneMatch: seen })).toBe(seen);
  expect(requests[1]!.headers["if-none-match"]).toBe('"3"');
});

test("it ends after its retries, at once when it is aborted, and an attempt at its time limit", async () => {
  const { meridian, requests } = await open(cut);
  await expect(meridian.catalog.regions({}, { retries: 1 })).rejects.toBeInstanceOf(
    ConnectionError,
  );
  expect(requests).toHaveLength(2);
  const abort = new AbortController();
  const stopped = meridian.catalog.regions({}, { retries: 1_000, signal: abort.signal });
  abort.abort(new Error("enough"));
  await expect(stopped).rejects.toThrow("enough");
  const silent = await open(() => {});
  const late = silent.meridian.catalog.regions({}, { retries: 0, timeoutMs: 50 });
  await expect(late).rejects.toThrow("no answer within 50 ms");
});

test("a proxy's own page is no problem of the API, and is repeated where that is safe", async () => {
  const page = json(502, "<h1>Bad gateway</h1>", { "content-type": "text/html" });
  const { meridian, requests } = await open(page, json(200, []));
  expect(await meridian.catalog.regions()).toEqual([]);
  expect(requests).toHaveLength(2);
  await expect((await open(page)).meridian.catalog.regions({}, { retries: 0 })).rejects.toThrow(
    "502",
  );
});

test("items of all pages, each page when it is needed", async () => {
  const { meridian, requests } = await open(
    json(200, { items: [{ id: 1 }, { id: 2 }], nextCursor: "a b" }),
    json(200, { items: [{ id: 3 }], nextCursor: null }),
  );
  const ids: unknown[] = [];
  for await (const { id } of meridian.catalog.list.each({ option: { Color: ["Red", "Blue"] } })) {
    if (id === ("1" as never)) expect(requests).toHaveLength(1);
    ids.push(id);
  }
  expect(ids).toEqual([1, 2, 3]);
  const [first, second] = requests.map(({ url }) => new URL(url, "http://x").searchParams);
  expect(first!.getAll("option[Color]")).toEqual(["Red", "Blue"]);
  expect(second!.get("cursor")).toBe("a b");
});
