import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { productChanged } from "@meridian/api/catalog/events.ts";
import { createRedis } from "@meridian/api/server.ts";
import { emit, event } from "@meridian/api/kernel/outbox.ts";
import { inTransaction } from "@meridian/api/kernel/transaction.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { makeCategory, makeCollection, makeProduct } from "@meridian/api/testing/products.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { makeLocation } from "@meridian/api/testing/shop.ts";
import { refreshProducts } from "@meridian/db/catalog-writer.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, expect, test, vi } from "vitest";
import { followingHost } from "./following-host.ts";
import { bearer, send } from "./host.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 5 });
const redisAt = await testRedis();
const ctx = testContext(db);
const relay = await startTestRelay(db, database.url, createRedis(redisAt), ctx.log);
const here = await followingHost(database.url, redisAt);
const elsewhere = await followingHost(database.url, redisAt);
afterAll(async () => {
  await Promise.all([here.close(), elsewhere.close(), relay.close()]);
  await db.$client.end();
});
const locationId = await makeLocation(db);

type Available = { variants: { available: number }[] };
type Page = { items: (Available & { title: string })[]; facets: { inStock: number } };

/** A product in a category of its own, and every way to read its stock at one process. */
async function shelf(stock: number) {
  const category = await makeCategory(db, "Shelf");
  const made = {
    title: "Old title",
    categoryIds: [category.id],
    locationId,
    variants: [{ stock }],
  };
  const { id, handle, variantIds } = await makeProduct(db, made);
  const variantId = variantIds[0] ?? "";
  const list = `/api/v1/products?category=${category.handle}`;
  const urls = {
    detail: `/api/v1/products/${handle}`,
    list,
    inStock: `${list}&availability=in_stock`,
    inventory: `/api/v1/inventory/${variantId}`,
  };
  const seenAt = async ({ get }: typeof here) => {
    const [detail, page, inStock, inventory] = await Promise.all([
      get(urls.detail),
      get(list),
      get(urls.inStock),
      get(urls.inventory),
    ]);
    const items = (page.body as Page).items;
    return {
      detail: (detail.body as Available).variants[0]?.available,
      list: items[0]?.variants[0]?.available,
      count: (page.body as Page).facets.inStock,
      inStock: (inStock.body as Page).items.map((item) => item.variants[0]?.available),
      inventory: (inventory.body as { available: number }).available,
      title: items[0]?.title,
    };
  };
  return { id, handle, variantId, urls, seenAt };
}

async function adjust({ app }: typeof here, variantId: string, delta: number) {
  const { status } = await send(app, "POST", "/api/v1/inventory/adjustments", {
    body: { variantId, locationId, delta, reason: "received" },
    headers: { ...bearer, "idempotency-key": crypto.randomUUID() },
  });
  expect(status).toBe(201);
}

const stockOf = (available: number) => ({
  detail: available,
  list: available,
  count: available > 0 ? 1 : 0,
  inStock: available > 0 ? [available] : [],
  inventory: available,
});

test("both faces answer alike, from one reading, whatever the address looks like", async () => {
  const { handle } = await shelf(3);
  const before = await here.metric("meridian_kept_misses_total");
  const rest = await here.get(`/api/v1/products/${handle}`);
  const input = JSON.stringify({ handle, region: "eu" });
  const query = `catalog.get?input=${encodeURIComponent(input)}`;
  const batch = `catalog.get,catalog.get?batch=1&input=${encodeURIComponent(`{"0":${input},"1":${input}}`)}`;
  for (let time = 0; time < 2; time++) {
    expect((await here.get(`/api/v1/products/${handle}?region=eu`)).text).toBe(rest.text);
    expect((await here.get(`/trpc/${query}`)).body).toEqual({ result: { data: rest.body } });
    expect((await here.get(`/trpc/${batch}`)).body).toEqual(
      [rest.body, rest.body].map((data) => ({ result: { data } })),
    );
  }
  expect(await here.metric("meridian_kept_misses_total")).toBe(before + 1);
});

test("a process sees its own writes at once, everywhere", async () => {
  const { variantId, seenAt } = await shelf(2);
  expect(await seenAt(here)).toMatchObject(stockOf(2));
  for (const left of [1, 0, 5]) {
    const { inventory } = await seenAt(here);
    await adjust(here, variantId, left - inventory);
    expect(await seenAt(here)).toMatchObject(stockOf(left));
  }
});

test("what another process wrote is seen as soon as the log tells of it", async () => {
  const { variantId, seenAt } = await shelf(2);
  expect(await seenAt(here)).toMatchObject(stockOf(2));
  for (const left of [1, 0, 3]) {
    const { inventory } = await seenAt(here);
    await adjust(elsewhere, variantId, left - inventory);
    expect((await seenAt(here)).detail).toBe(inventory);
    await relay.run();
    await vi.waitFor(async () => expect(await seenAt(here)).toMatchObject(stockOf(left)), 60_000);
  }
});

test("a product that changed is new in its page, in lists and in searches", async () => {
  const { id, handle, seenAt } = await shelf(2);
  const suggestions = "/api/v1/suggestions?q=renamed";
  const titles = async () =>
    ((await here.get(suggestions)).body as { products: { title: string }[] }).products.length;
  expect([(await seenAt(here)).title, await titles()]).toEqual(["Old title", 0]);
  await inTransaction(ctx, async (tx) => {
    await tx.db.execute(`update product set title = 'Renamed', version = 2 where id = '${id}'`);
    await refreshProducts(tx.db, [id]);
    await emit(tx, [event(productChanged, id, 2, { productId: id, handle })]);
  });
  expect((await seenAt(here)).title).toBe("Old title");
  await relay.run();
  await vi.waitFor(async () => expect((await seenAt(here)).title).toBe("Renamed"), 60_000);
  expect(await titles()).toBe(1);
});

test.each([
  ["categories", (category: string) => category],
  ["collections", (_category: string, collection: string) => collection],
])("what one of the %s says is new wherever it is shown", async (kind, pick) => {
  const category = await makeCategory(db, "Old words");
  const collection = await makeCollection(db, "Old words");
  const made = { categoryIds: [category.id], collectionIds: [collection.id], locationId };
  const { handle } = await makeProduct(db, { ...made, title: "Bowl", variants: [{ stock: 1 }] });
  const shelfHandle = pick(category.handle, collection.handle);
  const seen = async () => {
    const urls = [`/${kind}`, `/products/${handle}`, `/products?category=${category.handle}`];
    const answers = await Promise.all(urls.map((url) => here.get(`/api/v1${url}`)));
    return answers.map(({ text }) => text.includes(`New ${kind}`));
  };
  expect(await seen()).toEqual([false, false, false]);
  const { status } = await send(here.app, "PATCH", `/api/v1/${kind}/${shelfHandle}`, {
    body: { title: `New ${kind}` },
    headers: { ...bearer, "if-match": '"1"' },
  });
  expect(status).toBe(200);
  expect(await seen()).toEqual([true, true, true]);
});

test("an answer that is kept has every header of one that is read", async () => {
  const { urls } = await shelf(2);
  for (const url of [urls.detail, `${urls.list}&limit=1`, urls.inventory]) {
    const [first, second] = [await here.get(url), await here.get(url)];
    const own = { "x-request-id": "", date: "", ratelimit: "" };
    const same = ({ headers }: typeof first) => ({ ...headers, ...own });
    expect(same(second)).toEqual(same(first));
    expect(second.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
    const mine = await here.get(url, { "x-request-id": "mine", origin: "https://a.example" });
    expect(mine.headers).toMatchObject({
      "x-request-id": "mine",
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
    });
  }
});

test("who has it is answered with 304, HEAD without the body", async () => {
  const { urls } = await shelf(2);
  const first = await here.get(urls.detail);
  const again = await here.get(urls.detail, { "if-none-match": String(first.headers.etag) });
  expect([again.status, again.text]).toEqual([304, ""]);
  for (const name of ["etag", "cache-control", "vary"])
    expect(again.headers[name]).toBe(first.headers[name]);
  expect((await here.get(urls.detail, { "if-none-match": '"other"' })).status).toBe(200);
  const head = await send(here.app, "HEAD", urls.detail);
  expect([head.status, head.text]).toEqual([200, ""]);
  expect(head.headers["content-length"]).toBe(first.headers["content-length"]);
});

test.each([
  ["br, gzip", "br"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1, br;q=0.5", "gzip"],
  ["gzip, br;q=0", "gzip"],
  ["*", "br"],
  ["identity", undefined],
  ["br;q=0, gzip;q=0", undefined],
])("Accept-Encoding: %s is answered in %s, each time", async (accepted, coding) => {
  const { urls } = await shelf(2);
  const plain = await here.get(urls.detail);
  for (let time = 0; time < 2; time++) {
    const { headers, rawPayload } = await here.app.inject({
      url: urls.detail,
      headers: { "accept-encoding": accepted },
    });
    expect([headers["content-encoding"], headers.vary]).toEqual([coding, "Accept-Encoding"]);
    expect(headers.etag).toBe(plain.headers.etag);
    const decode = { br: brotliDecompressSync, gzip: gunzipSync }[coding ?? ""];
    expect(String(decode === undefined ? rawPayload : decode(rawPayload))).toBe(plain.text);
  }
});

test("what would be refused is refused, though the answer is at hand", async () => {
  const { urls } = await shelf(2);
  await here.get(urls.detail);
  const get = async (headers: Record<string, string>) =>
    (await here.get(urls.detail, headers)).status;
  expect(await get({ accept: "text/html" })).toBe(406);
  expect(await get({ authorization: "Bearer wrong" })).toBe(401);
  expect(await get({ "content-encoding": "gzip" })).toBe(415);
  expect((await here.get("/api/v1/products/none")).status).toBe(404);
  const missing = `catalog.get?input=${encodeURIComponent('{"handle":"none"}')}`;
  expect((await here.get(`/trpc/${missing}`)).body).toMatchObject({
    error: { data: { code: "NOT_FOUND", httpStatus: 404 } },
  });
});

test("one that fails in a batch leaves the others alone", async () => {
  const { handle } = await shelf(2);
  const input = encodeURIComponent(JSON.stringify({ 0: { handle }, 1: { handle: "none" } }));
  const { status, body } = await here.get(`/trpc/catalog.get,catalog.get?batch=1&input=${input}`);
  expect(status).toBe(207);
  expect(body).toMatchObject([
    { result: { data: { handle } } },
    { error: { data: { httpStatus: 404 } } },
  ]);
});

test("callers who may see levels and the public never get each other's answer", async () => {
  const { urls } = await shelf(2);
  for (let time = 0; time < 2; time++) {
    expect((await here.get(urls.inventory)).body).not.toHaveProperty("levels");
    expect((await here.get(urls.inventory, bearer)).body).toHaveProperty("levels");
  }
});

test("what only some may see has an ETag of its own, and no shared cache keeps it", async () => {
  const { urls } = await shelf(2);
  const everybodys = await here.get(urls.inventory);
  const ofStaff = await here.get(urls.inventory, bearer);
  expect(everybodys.headers["cache-control"]).toBe("public, no-cache");
  expect(ofStaff.headers["cache-control"]).toBe("private, no-cache");
  const asStaff = { ...bearer, "if-none-match": String(everybodys.headers["etag"]) };
  expect((await here.get(urls.inventory, asStaff)).body).toEqual(ofStaff.body);
});

test("while changes may pass unheard, every read is a new one", async () => {
  const { variantId, seenAt } = await shelf(2);
  await seenAt(here);
  vi.spyOn(here.follower, "isCurrent", "get").mockReturnValue(false);
  await db.$client`update level set on_hand = 7 where variant_id = ${variantId}`;
  expect(await seenAt(here)).toMatchObject(stockOf(7));
  vi.restoreAllMocks();
});
