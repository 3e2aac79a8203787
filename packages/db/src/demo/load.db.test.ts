import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { createClient } from "../client.ts";
import { findBrokenInvariants } from "../invariants.ts";
import { stableId } from "./digest.ts";
import { addDemo, loadDemo } from "./load.ts";
import { NotLocalError } from "./local-only.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const sql = db.$client;
const now = new Date("2026-03-05T10:00:00Z");
const load = async (at = now) => db.transaction(async (tx) => addDemo(tx, at));

/** Everything that the loader writes, row by row. */
async function snapshot(): Promise<unknown> {
  const [row] = await sql`select
    (select md5(string_agg(p::text, '|' order by id)) from product p) as products,
    (select md5(string_agg(v::text, '|' order by id)) from variant v) as variants,
    (select md5(string_agg(i::text, '|' order by id)) from image i) as images,
    (select md5(string_agg(p::text, '|' order by variant_id, region_id)) from price p) as prices,
    (select md5(string_agg(l::text, '|' order by variant_id, location_id)) from level l) as levels,
    (select md5(string_agg(m::text, '|' order by id)) from movement m) as movements,
    (select md5(string_agg(c::text, '|' order by id)) from category c) as categories,
    (select md5(string_agg(c::text, '|' order by id)) from collection c) as collections,
    (select md5(string_agg(t::text, '|' order by product_id, language)) from product_translation t) as translations,
    (select md5(string_agg(c::text, '|' order by id)) from contribution c) as contributions`;
  return row;
}

async function one(
  query: Promise<readonly Record<string, unknown>[]>,
): Promise<Record<string, unknown> | undefined> {
  return (await query)[0];
}

/** Levels that differ from the sum of their movements. */
async function outOfBalance(): Promise<readonly unknown[]> {
  return sql`
    select l.variant_id from level l
      left join (select variant_id, location_id, sum(delta) as total from movement group by 1, 2) m using (variant_id, location_id)
     where l.on_hand <> coalesce(m.total, 0) or l.held <> 0`;
}

beforeAll(async () => {
  await load();
});
afterAll(async () => sql.end());

test("fills the shop", async () => {
  const counts = await one(sql`select
    (select count(*)::int from product) as products, (select count(*)::int from variant) as variants,
    (select count(*)::int from category where parent_id is not null) as leaves,
    (select count(*)::int from collection) as collections, (select count(*)::int from location) as locations,
    (select count(distinct currency)::int from price) as currencies`);
  expect(counts).toEqual({
    products: 151,
    variants: 1144,
    leaves: 15,
    collections: 7,
    locations: 3,
    currencies: 4,
  });
});

test("every unit on hand is in the ledger", async () => {
  expect(await outOfBalance()).toEqual([]);
});

test("lists and search can find everything", async () => {
  const missing = await sql`
    select p.handle from product p
     where cardinality(p.facets) < 3 or (select count(*) from product_price pp where pp.product_id = p.id) <> 4`;
  expect(missing).toEqual([]);
  const found =
    await sql`select handle from product where search_vector @@ websearch_to_tsquery('english', 'teapot')`;
  expect(found.map(({ handle }) => handle)).toContain("rosehip-teapot");
});

test("is told in German and Japanese as well, and found by that", async () => {
  const counts = await one(sql`select
    (select count(*)::int from product_translation) as products,
    (select count(*)::int from category_translation) as categories,
    (select count(*)::int from collection_translation) as collections,
    (select count(*)::int from promotion_translation) as promotions,
    (select count(*)::int from product_translation t, jsonb_object_keys(t.alts) told(key)
      where not exists (select from image i where i.product_id = t.product_id and i.src = told.key)) as stray`);
  expect(counts).toEqual({
    products: 302,
    categories: 40,
    collections: 14,
    promotions: 2,
    stray: 0,
  });
  const untold = await sql`
    select i.src from image i, product_translation t
     where t.product_id = i.product_id and not t.alts ? i.src`;
  expect(untold).toEqual([]);
  const found = await sql`select t.title from product_translation t
     where t.search_vector @@ to_tsquery('german', 'teekannen')`;
  expect(found.map(({ title }) => title)).toEqual(["Teekanne Hagebutte"]);
  const [title] = await sql`select variant_title(v.title, v.options, 'ja') as title from variant v
     where sku = 'ROS-TEA-01'`;
  expect(title?.["title"]).not.toMatch(/[a-z]{3}/i);
});

test("people have written of a good part of it, and ratings are made of that", async () => {
  const written = await one(sql`select
    count(*) filter (where kind = 'review')::int as reviews,
    count(*) filter (where kind = 'question')::int as questions,
    count(distinct product_id)::int as products, max(length(display_name)) < 41 as "areNamed"
    from contribution`);
  expect(written).toEqual({ reviews: 184, questions: 29, products: 89, areNamed: true });
  const rated = await one(
    sql`select count(*)::int as products from product where rating_count > 0`,
  );
  expect(rated).toEqual({ products: 89 });
  expect(await findBrokenInvariants(db)).toEqual([]);
});

test("a second load changes nothing, even much later", async () => {
  const before = await snapshot();
  expect(await load(new Date("2027-01-01T00:00:00Z"))).toEqual({ products: 0, variants: 0 });
  expect(await snapshot()).toEqual(before);
});

test("two loads at once on an empty shop do the work once", async () => {
  const empty = await testDatabase();
  const other = createClient(empty.url, { max: 2 });
  const added = await Promise.all(
    [1, 2].map(async () => other.transaction(async (tx) => addDemo(tx, now))),
  );
  await other.$client.end();
  expect(added.map(({ products }) => products).toSorted((a, b) => a - b)).toEqual([0, 151]);
});

describe("what the shopkeeper did", () => {
  test("stays: edits, prices, sold stock, carts", async () => {
    const product = stableId("prod", "rosehip-teapot");
    const [variant] = await sql<
      { id: string }[]
    >`select id from variant where product_id = ${product} order by position limit 1`;
    const variantId = variant?.id ?? "";
    await sql`update product set title = 'Our Teapot' where id = ${product}`;
    await sql`update price set amount_minor = 100, compare_at_minor = null where variant_id = ${variantId} and region_id = 'eu'`;
    await sql`insert into cart (id, region_id, currency, expires_at) values ('cart_kept', 'eu', 'EUR', now() + interval '1 day')`;
    await sql.begin(async (tx) => {
      await tx`insert into movement (variant_id, location_id, delta, reason)
               select variant_id, location_id, -1, 'sold' from level where variant_id = ${variantId} and on_hand > 0`;
      await tx`update level set on_hand = on_hand - 1, version = version + 1 where variant_id = ${variantId} and on_hand > 0`;
    });
    const before = await snapshot();
    await load();
    expect(await snapshot()).toEqual(before);
    expect(await one(sql`select id from cart`)).toEqual({ id: "cart_kept" });
  });

  test("a deleted product comes back whole, and its ledger balances", async () => {
    const product = stableId("prod", "fair-dice");
    await sql`insert into movement (variant_id, location_id, delta, reason)
              select l.variant_id, l.location_id, -2, 'damaged' from level l join variant v on v.id = l.variant_id
               where v.product_id = ${product}`;
    await sql`delete from product where id = ${product}`;
    expect(await load()).toEqual({ products: 1, variants: 8 });
    expect(
      await one(sql`select count(*)::int as images from image where product_id = ${product}`),
    ).toEqual({ images: 6 });
    expect(await outOfBalance()).toEqual([]);
  });

  test("a handle or SKU that is taken is left to its owner", async () => {
    await sql`delete from product where handle in ('park-football', 'honest-pencil')`;
    await sql`insert into product (id, handle, title) values ('prod_own', 'park-football', 'My own')`;
    await sql`insert into variant (id, product_id, sku, title) values ('var_own', 'prod_own', 'HON-PEN-01', 'Own')`;
    expect(await load()).toEqual({ products: 1, variants: 17 });
    expect(await one(sql`select title from product where handle = 'park-football'`)).toEqual({
      title: "My own",
    });
  });
});

describe("refuses a database that is not on this machine", () => {
  test.each([
    "postgres://shop@db.example.com/shop",
    "postgres://shop@10.0.0.7:5432/shop",
    "postgres://shop@127.0.0.1:5432,db.example.com:5432/shop",
    "postgres://shop@localhost.example.com/shop",
  ])("%s", async (databaseUrl) => {
    const mediaDir = "/nonexistent/meridian-media";
    await expect(loadDemo({ databaseUrl, mediaDir })).rejects.toThrow(NotLocalError);
    expect(existsSync(mediaDir)).toBe(false);
  });
});
