import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { createClient } from "../client.ts";
import { NotLocalError } from "./local-only.ts";
import { loadSynthetic } from "./synthetic.ts";

const database = await testDatabase();
const sql = createClient(database.url, { max: 2 }).$client;
afterAll(async () => sql.end());

const fill = async (products: number) => loadSynthetic({ databaseUrl: database.url, products });

test("makes what was asked for, and a larger number adds the rest", async () => {
  expect(await fill(300)).toBe(300);
  expect(await fill(300)).toBe(0);
  expect(await fill(500)).toBe(200);
  const [counts] =
    await sql`select (select count(*)::int from product) as products, (select count(*)::int from variant) as variants,
    (select count(*)::int from price) as prices`;
  expect(counts?.["products"]).toBe(500);
  expect(counts?.["variants"]).toBeGreaterThan(800);
  expect(counts?.["prices"]).toBe(counts?.["variants"] * 4);
});

test("what it derives is what refresh_products derives", async () => {
  const state = async () =>
    (
      await sql`select
    (select md5(string_agg(p::text, '|' order by id)) from product p) as products,
    (select md5(string_agg(p::text, '|' order by product_id, region_id)) from product_price p) as prices,
    (select count(*)::int from search_word) as words`
    )[0];
  const before = await state();
  await sql`select refresh_products(array(select id from product))`;
  const after = await state();
  expect(after).toEqual({ ...before, words: after?.["words"] });
  expect(after?.["words"] - before?.["words"]).toBeLessThan(10);
});

test("references hold and the ledger balances", async () => {
  const wrong = await sql`
    select l.variant_id from level l left join (select variant_id, location_id, sum(delta) as total from movement group by 1, 2) m
           using (variant_id, location_id) where l.on_hand <> coalesce(m.total, 0)
    union all select id from variant v where not exists (select from product p where p.id = v.product_id)
    union all select id from variant v where not exists (select from level l join location at on at.id = l.location_id where l.variant_id = v.id)
    union all select variant_id from price p where not exists (select from variant v where v.id = p.variant_id)
    union all select product_id from product_category pc where not exists (select from category c where c.id = pc.category_id)`;
  expect(wrong).toEqual([]);
});

test("refuses a database that is not on this machine", async () => {
  await expect(
    loadSynthetic({ databaseUrl: "postgres://db.example.com/shop", products: 1 }),
  ).rejects.toThrow(NotLocalError);
});
