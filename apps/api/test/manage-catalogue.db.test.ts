import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import type { ProductRecord } from "@meridian/api/catalog/contract/products.ts";
import { makeLocation } from "@meridian/api/testing/shop.ts";
import { describe, expect, test } from "vitest";
import { catalogueManager, eur, teapot } from "./catalogue-manager.ts";
import { send } from "./host.ts";
import { complete, readyCheckout, testShop } from "./shop.ts";

const { app, db } = await testShop();
const { call, add, change, remove, trpc } = catalogueManager(app);
const location = await makeLocation(db);
const sql = db.$client;

const eventsOf = (id: string) => sql`
  select aggregate_version as version, data from outbox where aggregate_id = ${id} order by id`;

describe("a product", () => {
  test("is added, found, changed and removed", async () => {
    const { status, headers, record } = await call(
      "POST",
      "/products",
      teapot({
        description: "Pours like the ebb",
        tags: ["new", "new"],
        images: [
          { src: "https://pictures.example/front.jpg", alt: "Front" },
          { src: "https://pictures.example/ink.jpg", variant: 1 },
        ],
      }),
    );
    expect(status).toBe(201);
    expect(headers).toMatchObject({
      etag: '"1"',
      location: `/api/v1/products/${record.handle}/record`,
    });
    expect(record).toMatchObject({
      version: 1,
      status: "active",
      tags: ["new"],
      options: [{ name: "Color", values: [{ value: "Sage" }, { value: "Ink" }] }],
      variants: [{ title: "Sage", isTracked: true }, { title: "Ink" }],
      images: [{ variant: null }, { variant: 1 }],
    });
    expect((await call("GET", headers["location"]!.replace("/api/v1", ""))).record).toEqual(record);
    const found = await call("GET", "/products?search=ebb");
    expect((found.body as { items: ProductRecord[] }).items.map(({ id }) => id)).toEqual([
      record.id,
    ]);

    const changed = await change(record, { title: "Ebb teapot", newHandle: "ebb" });
    expect(changed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      record: { title: "Ebb teapot", handle: "ebb", variants: record.variants },
    });
    expect((await call("GET", `/products/${record.handle}`)).status).toBe(404);
    expect((await call("GET", "/products/ebb")).record.title).toBe("Ebb teapot");

    expect((await remove(changed.record)).status).toBe(204);
    expect((await call("GET", "/products/ebb")).status).toBe(404);
    expect((await call("GET", "/products/ebb/record")).status).toBe(404);
    expect(await eventsOf(record.id)).toMatchObject([
      { version: 1, data: { handle: record.handle } },
      { version: 2, data: { handle: "ebb", formerHandle: record.handle } },
      { version: 3, data: { handle: "ebb" } },
    ]);
  });

  test("is the same over tRPC, its refusals too", async () => {
    const added = await trpc("catalog.addProduct", teapot({ title: "By tRPC" }));
    const { handle, version } = added.result!.data;
    expect((await call("GET", `/products/${handle}/record`)).record).toEqual(added.result!.data);
    const stale = await trpc("catalog.changeProduct", {
      handle,
      title: "x",
      expectedVersion: version + 1,
    });
    expect(stale.error?.data.problem).toMatchObject({
      reason: "catalog.version_mismatch",
      details: { expected: 2, actual: 1 },
      current: added.result!.data,
    });
    const changed = await trpc("catalog.changeProduct", {
      handle,
      title: "x",
      expectedVersion: version,
    });
    expect(changed.result?.data).toMatchObject({ title: "x", version: 2 });
  });

  test("is named by its id as well, in every region's own money, and as a draft seen by nobody", async () => {
    const both = [eur(1999), { region: "jp", price: { amountMinor: 3200, currency: "JPY" } }];
    const record = await add({ status: "draft", variants: [{ prices: both }] });
    expect((await call("GET", `/products/${record.handle}`)).status).toBe(404);
    const { record: seen } = await call("GET", `/products/${record.id}/record`);
    expect(seen).toMatchObject({ publishedAt: null, variants: [{ title: "One size" }] });
    expect(seen.variants[0]?.prices.map(({ region }) => region)).toEqual(["eu", "jp"]);
    const { record: open } = await change(seen, { status: "active" });
    expect((await call("GET", `/products/${record.handle}?region=jp`)).status).toBe(200);
    await change(open, { variants: [{ prices: [eur(1999)] }] });
    expect((await call("GET", `/products/${record.handle}?region=jp`)).status).toBe(404);
  });

  test("needs a version to change, and tells the current one", async () => {
    const record = await add();
    expect(await call("PATCH", `/products/${record.handle}`, { title: "x" })).toMatchObject({
      status: 428,
      problem: { reason: "catalog.precondition_required" },
    });
    const stale = await change({ ...record, version: 7 }, { title: "x" });
    expect(stale).toMatchObject({ status: 412, headers: { etag: '"1"' } });
    expect(stale.problem.current).toEqual(record);
    expect((await remove({ ...record, version: 7 })).status).toBe(412);
    // What changes nothing is no new version.
    expect((await change(record, { title: record.title })).record.version).toBe(1);
    expect(await eventsOf(record.id)).toHaveLength(1);
  });

  test("is added once by one key", async () => {
    const body = teapot();
    const key = { "idempotency-key": "add-once" };
    const answers = await Promise.all([1, 2, 3].map(() => call("POST", "/products", body, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ record }) => record.id)).size).toBe(1);
  });

  test("needs the scope", async () => {
    const answer = await send(app, "POST", "/api/v1/products", { body: teapot() });
    expect(answer.status).toBe(401);
  });
});

describe("variants", () => {
  test("are the same by id or by options; codes change places; a left out one goes with its stock", async () => {
    const record = await add({
      variants: [
        { sku: "A", weightGrams: 100, options: { Size: "S" }, prices: [eur(100)] },
        { sku: "B", options: { Size: "M" }, prices: [eur(100)] },
        { sku: "C", options: { Size: "L" }, prices: [eur(100)] },
      ],
    });
    const [small, medium, large] = record.variants;
    await call(
      "PUT",
      `/inventory/${large!.id}/levels/${location}`,
      { onHand: 5 },
      {
        "if-none-match": "*",
      },
    );
    const { record: now } = await change(record, {
      variants: [
        { id: medium!.id, sku: "A", options: { Size: "Middle" } },
        { options: { Size: "S" }, sku: "B" },
        { options: { Size: "XL" }, sku: "C", prices: [eur(300)] },
      ],
    });
    expect(now.variants).toMatchObject([
      { id: medium!.id, sku: "A", options: { Size: "Middle" }, prices: [{ region: "eu" }] },
      { id: small!.id, sku: "B", weightGrams: 100 },
      { sku: "C", options: { Size: "XL" } },
    ]);
    expect(now.options[0]?.values.map(({ value }) => value)).toEqual(["S", "Middle", "XL"]);
    expect(await sql`select from variant where id = ${large!.id}`).toHaveLength(0);
    expect(await findBrokenInvariants(db)).toEqual([]);
  });

  test("keep the swatches of their options", async () => {
    const record = await add({
      options: [
        { name: "Color", values: [{ value: "Sage", swatch: "#8a9a5b" }, { value: "Ink" }] },
      ],
    });
    const { record: now } = await change(record, {
      variants: [...record.variants, { options: { Color: "Clay" }, prices: [eur(5)] }],
    });
    expect(now.options[0]?.values).toEqual([
      { value: "Sage", swatch: "#8a9a5b" },
      { value: "Ink" },
      { value: "Clay" },
    ]);
  });

  test.each([
    [
      "options_mismatch",
      "/variants/0/options",
      { options: [], variants: [{ options: { A: "b" } }] },
    ],
    ["options_mismatch", "/variants/1/options", { variants: [{ options: { A: "b" } }, {}] }],
    [
      "options_mismatch",
      "/options/1/name",
      {
        options: ["b", "c"].map((value) => ({ name: "A", values: [{ value }] })),
        variants: [{ options: { A: "b" } }],
      },
    ],
    [
      "duplicate_variant",
      "/variants/1/options",
      {
        variants: [{ options: { A: "b" } }, { options: { A: "b" } }],
      },
    ],
    ["unknown_variant", "/variants/0/id", { variants: [{ id: `var_${"0".repeat(26)}` }] }],
    [
      "unknown_variant",
      "/images/0/variant",
      {
        images: [{ src: "https://p.example/1", variant: 2 }],
      },
    ],
    [
      "wrong_currency",
      "/variants/0/prices/0",
      {
        variants: [{ prices: [{ region: "us", price: { amountMinor: 1, currency: "EUR" } }] }],
      },
    ],
    [
      "compare_at_below_price",
      "/variants/0/prices",
      {
        variants: [{ prices: [{ ...eur(100), compareAt: { amountMinor: 99, currency: "EUR" } }] }],
      },
    ],
  ])("that can't be are refused: %s at %s", async (reason, pointer, over) => {
    const { status, problem } = await call("POST", "/products", teapot(over));
    expect([status, problem.reason, problem.errors[0]?.pointer]).toEqual([
      422,
      `catalog.${reason}`,
      pointer,
    ]);
  });
});

test("what is bought stays in its order, what lies in a cart says that it is gone, the names are free", async () => {
  const record = await add({ variants: [{ sku: "GONE", prices: [eur(1999)] }] });
  const variantId = record.variants[0]!.id;
  await call(
    "PUT",
    `/inventory/${variantId}/levels/${location}`,
    { onHand: 5 },
    {
      "if-none-match": "*",
    },
  );
  const checkout = await readyCheckout(app, variantId);
  const order = (await complete(app, checkout.id, "bought-then-gone")).body as { id: string };
  const cart = (await call("POST", "/carts", { region: "eu" })).record;
  await call("PUT", `/carts/${cart.id}/lines/${variantId}`, { quantity: 1 }, { "if-match": '"1"' });

  expect((await remove(record)).status).toBe(204);
  const lines = (answer: { body: unknown }) =>
    (answer.body as { lines: { title: string; notices: object[] }[] }).lines;
  expect(lines(await call("GET", `/orders/${order.id}`))).toMatchObject([{ title: "Tide teapot" }]);
  expect(lines(await call("GET", `/carts/${cart.id}`))).toMatchObject([
    { title: "Tide teapot", notices: [{ type: "not_sold_here" }] },
  ]);
  const found = await call("GET", "/products?search=teapot&limit=100");
  const ids = (found.body as { items: ProductRecord[] }).items.map(({ id }) => id);
  expect(ids).not.toContain(record.id);
  await add({ handle: record.handle, variants: [{ sku: "GONE", prices: [eur(1)] }] });
  expect(await findBrokenInvariants(db)).toEqual([]);
});

describe("categories and collections", () => {
  test("are added, hold products, and go without them", async () => {
    await call("POST", "/categories", { handle: "kitchen", title: "Kitchen" });
    const tea = await call("POST", "/categories", {
      handle: "tea",
      title: "Tea",
      parent: "kitchen",
    });
    expect(tea).toMatchObject({ status: 201, body: { parent: "kitchen", position: 0 } });
    await call("POST", "/collections", { handle: "calm", title: "Calm" });
    const record = await add({ categories: ["tea"], collections: ["calm"] });
    expect(record).toMatchObject({ categories: ["tea"], collections: ["calm"] });
    const inside = async (query: string) =>
      ((await call("GET", `/products?${query}`)).body as { items: ProductRecord[] }).items?.length;
    expect([await inside("category=kitchen"), await inside("collection=calm")]).toEqual([1, 1]);

    const at = (version: number) => ({ "if-match": `"${version}"` });
    const busy = await call("DELETE", "/categories/kitchen", undefined, at(1));
    expect(busy).toMatchObject({ status: 409, problem: { details: { children: ["tea"] } } });
    const deep = await call("PATCH", "/categories/kitchen", { parent: "tea" }, at(1));
    expect(deep).toMatchObject({ status: 422, problem: { reason: "catalog.category_too_deep" } });
    const top = { parent: null, title: "All tea" };
    const moved = await call("PATCH", "/categories/tea", top, at(1));
    expect(moved).toMatchObject({ headers: { etag: '"2"' }, body: { ...top, version: 2 } });
    expect([await inside("category=kitchen"), await inside("category=tea")]).toEqual([0, 1]);

    for (const path of ["/categories/tea", "/categories/kitchen", "/collections/calm"]) {
      const { etag = "" } = (await call("GET", path)).headers;
      expect((await call("DELETE", path, undefined, { "if-match": etag })).status).toBe(204);
      expect((await call("DELETE", path, undefined, { "if-match": etag })).status).toBe(404);
    }
    const { record: now } = await call("GET", `/products/${record.handle}/record`);
    expect(now).toMatchObject({ categories: [], collections: [], version: record.version + 3 });
    expect(await eventsOf(record.id)).toHaveLength(4);
  });

  test.each([
    ["/categories", "shelf-a"],
    ["/collections", "shelf-b"],
  ])("of %s one is changed from the version that was seen, by one of many", async (all, handle) => {
    const made = await call("POST", all, { handle, title: "As it was" });
    const { location = "" } = made.headers;
    expect(location).toBe(`/api/v1${all}/${handle}`);
    const path = `${all}/${handle}`;
    const seen = await call("GET", path);
    expect(seen).toMatchObject({ headers: { etag: '"1"' }, body: made.body });
    expect((await call("PATCH", path, { title: "Blind" })).status).toBe(428);
    const rename = (title: string, etag: string) =>
      call("PATCH", path, { title }, { "if-match": etag });
    const titles = Array.from({ length: 8 }, (_, n) => `Title ${n}`);
    const answers = await Promise.all(titles.map((title) => rename(title, '"1"')));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    for (const late of answers.filter((answer) => answer !== won[0]))
      expect(late).toMatchObject({
        status: 412,
        headers: { etag: '"2"' },
        problem: {
          reason: "catalog.version_mismatch",
          details: { expected: 1, actual: 2 },
          current: won[0]?.body,
        },
      });
    expect((await call("DELETE", path, undefined, { "if-match": '"1"' })).status).toBe(412);
    const kept = await call("GET", path, undefined, { "if-none-match": '"2"' });
    expect(kept.status).toBe(304);
    expect((await rename("Last", '"2"')).headers["etag"]).toBe('"3"');
  });

  test("that are not there or there already are refused by name", async () => {
    await call("POST", "/collections", { handle: "twice", title: "x" });
    expect(await call("POST", "/collections", { handle: "twice", title: "x" })).toMatchObject({
      status: 409,
      problem: { reason: "catalog.handle_taken", details: { handle: "twice" } },
    });
    const answer = await call("POST", "/products", teapot({ categories: ["none"] }));
    expect(answer).toMatchObject({
      status: 422,
      problem: { reason: "catalog.unknown_category", details: { handles: ["none"] } },
    });
  });
});
