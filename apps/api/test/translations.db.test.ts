import { makeLocation } from "@meridian/api/testing/shop.ts";
import { describe, expect, test } from "vitest";
import { catalogueManager } from "./catalogue-manager.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const { call, add } = catalogueManager(app);
await makeLocation(db);
const sql = db.$client;
const seen = (version: number) => ({ "if-match": `"${version}"` });

describe("a product's words in another language", () => {
  const german = { title: "Teekanne Ebbe", details: ["Spülbar"] };

  test("are set and read, found, and taken away again", async () => {
    const { id, handle, version } = await add({ title: "Ebb teapot" });
    const path = `/products/${handle}/translations`;
    const set = await call("PUT", `${path}/de`, german, seen(version));
    expect(set).toMatchObject({
      status: 200,
      headers: { etag: `"${version + 1}"`, "content-language": "de" },
      body: { id, items: [{ language: "de", title: "Teekanne Ebbe", subtitle: null, alts: {} }] },
    });
    expect((await call("GET", path)).body).toEqual(set.body);

    const told = await call("GET", `/products/${handle}?language=de`);
    expect(told).toMatchObject({
      headers: { "content-language": "de" },
      body: { title: "Teekanne Ebbe", details: ["Spülbar"] },
    });
    const english = await call("GET", `/products/${handle}`);
    expect(english).toMatchObject({
      headers: { "content-language": "en" },
      body: { title: "Ebb teapot" },
    });
    expect(english.headers["etag"]).not.toBe(told.headers["etag"]);
    const found = await call("GET", "/products?search=teekannen&language=de");
    expect(found.body).toMatchObject({ items: [{ id, title: "Teekanne Ebbe" }] });

    const removed = await call("DELETE", `${path}/de`, undefined, seen(version + 1));
    expect(removed.status).toBe(204);
    expect((await call("GET", `/products/${handle}?language=de`)).body).toMatchObject({
      title: "Ebb teapot",
    });
    const events = await sql`
      select aggregate_version as version from outbox where aggregate_id = ${id} order by id`;
    expect(events.map((row) => Number(row["version"]))).toEqual([1, 2, 3]);
  });

  test("are kept apart by language, and renewed at once when they change", async () => {
    const { handle, version } = await add({ title: "Kept teapot" });
    const read = async (language: string) =>
      (await call("GET", `/products/${handle}?language=${language}`)).body;
    expect(await read("de")).toMatchObject({ title: "Kept teapot" });
    const path = `/products/${handle}/translations/de`;
    await call("PUT", path, { title: "Behaltene Kanne" }, seen(version));
    expect(await read("de")).toMatchObject({ title: "Behaltene Kanne" });
    expect(await read("ja")).toMatchObject({ title: "Kept teapot" });
  });

  test("are refused for a version that is not the newest, without one, and for English", async () => {
    const { handle, version } = await add();
    const path = `/products/${handle}/translations`;
    const stale = await call("PUT", `${path}/de`, german, seen(version + 1));
    expect(stale).toMatchObject({
      status: 412,
      body: { reason: "catalog.version_mismatch", current: { version, items: [] } },
    });
    expect((await call("PUT", `${path}/de`, german)).status).toBe(428);
    expect((await call("PUT", `${path}/en`, german, seen(version))).status).toBe(400);
    expect((await call("PUT", `/products/none/translations/de`, german, seen(1))).status).toBe(404);
    const both = await Promise.all(
      ["de", "ja"].map((language) => call("PUT", `${path}/${language}`, german, seen(version))),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  test.each(["fr", "EN", "de-DE"])("no answer is in %s", async (language) => {
    expect((await call("GET", `/products?language=${language}`)).status).toBe(400);
  });
});

test("categories and collections have their words, each with its own version", async () => {
  for (const [plural, handle] of [
    ["categories", "pots"],
    ["collections", "breakfast"],
  ] as const) {
    await call("POST", `/${plural}`, { handle, title: "Pots" });
    const path = `/${plural}/${handle}/translations`;
    const set = await call("PUT", `${path}/ja`, { title: "ポット" }, seen(1));
    expect(set).toMatchObject({
      status: 200,
      body: { handle, version: 2, items: [{ language: "ja", title: "ポット", description: null }] },
    });
    expect((await call("PUT", `${path}/ja`, { title: "鍋" }, seen(1))).status).toBe(412);
    expect((await call("GET", `/${plural}/${handle}`)).headers["etag"]).toBe('"2"');
    expect((await call("DELETE", `${path}/ja`, undefined, seen(2))).status).toBe(204);
    expect((await call("GET", path)).body).toMatchObject({ version: 3, items: [] });
  }
});

test("an option has its words in the whole shop", async () => {
  const { handle } = await add();
  const path = "/options/Color/translations/de";
  expect((await call("GET", path)).body).toMatchObject({ label: null, values: {} });
  const words = { label: "Farbe", values: { Sage: "Salbei" } };
  expect((await call("PUT", path, words)).body).toMatchObject({ name: "Color", ...words });
  const { body } = await call("GET", `/products/${handle}?language=de`);
  expect(body).toMatchObject({
    options: [{ name: "Color", label: "Farbe", values: [{ value: "Sage", label: "Salbei" }, {}] }],
    variants: [{ title: "Salbei", options: { Color: "Sage" } }, {}],
  });
  await call("PUT", path, { label: null, values: {} });
  expect((await call("GET", path)).body).toMatchObject({ label: null, values: {} });
});

test("a promotion has its words", async () => {
  const discount = { type: "percentage", basisPoints: 1000 };
  const { body } = await call("POST", "/promotions", {
    code: "EBB10",
    title: "10 % off",
    discount,
  });
  const { id } = body as { id: string };
  const path = `/promotions/${id}/translations`;
  const set = await call("PUT", `${path}/de`, { title: "10 % weniger" }, seen(1));
  expect(set).toMatchObject({
    status: 200,
    body: { version: 2, items: [{ language: "de", title: "10 % weniger" }] },
  });
  expect((await call("PUT", `${path}/de`, { title: "Alt" }, seen(1))).status).toBe(412);
  await call("PUT", `${path}/de`, { title: null }, seen(2));
  expect((await call("GET", path)).body).toMatchObject({ version: 3, items: [] });
});

describe("what a way to ship is called", () => {
  const path = "/regions/eu/shipping-options/standard/translations/de";

  test("is set, read and taken away, in one region and language alone", async () => {
    const before = await call("GET", path);
    expect(before).toMatchObject({ status: 200, body: { region: "eu", language: "de" } });
    const label = "Gemächlicher Versand";
    const set = await call("PUT", path, { label });
    expect(set).toMatchObject({
      status: 200,
      headers: { "content-language": "de" },
      body: { shippingOptionId: "standard", label },
    });
    expect((await call("PUT", path, { label })).body).toEqual(set.body);
    expect((await call("GET", path)).body).toEqual(set.body);
    const other = await call("GET", path.replace("eu", "uk"));
    expect(other.body).not.toMatchObject({ label });
    const removed = await call("PUT", path, { label: null });
    expect(removed.body).toMatchObject({ label: null });
    expect((await call("GET", path)).body).toMatchObject({ label: null });
  });

  test("is told to who reads that language, and to nobody else", async () => {
    await call("PUT", path.replace("/de", "/ja"), { label: "のんびり便" });
    expect((await call("GET", "/regions?language=ja")).text).toContain("のんびり便");
    expect((await call("GET", "/regions")).text).not.toContain("のんびり便");
  });

  test("of none that there is, in English or without the scope it is refused", async () => {
    const label = "Versand";
    const unknown = await call("PUT", path.replace("standard", "drone"), { label });
    expect(unknown).toMatchObject({
      status: 404,
      body: {
        reason: "catalog.shipping_option_not_found",
        details: { region: "eu", shippingOptionId: "drone" },
      },
    });
    expect((await call("PUT", path.replace("/de", "/en"), { label })).status).toBe(400);
    expect((await call("PUT", path, { label: "" })).status).toBe(400);
  });
});
