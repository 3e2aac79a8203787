import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, describe, expect, test } from "vitest";
import { createClient } from "../../client.ts";
import { findBrokenInvariants } from "../../invariants.ts";
import { parseRate, type Rate } from "./currency.ts";
import { importShopify, type ImportOptions } from "./import.ts";
import { describeRefusal } from "./refusal.ts";

const database = await testDatabase();
const db = createClient(database.url);
afterAll(() => db.$client.end());
const sql = db.$client;

const directory = mkdtempSync(join(tmpdir(), "meridian-import-"));
const apparel = fileURLToPath(new URL("fixtures/shopify-apparel.csv", import.meta.url));
const rates = new Map(
  Object.entries({ EUR: "0.92", GBP: "0.79", JPY: "155" }).map(([code, rate]) => [
    code,
    parseRate(rate),
  ]),
) as Map<"EUR", Rate>;

async function run(file: string, over: Partial<ImportOptions> = {}) {
  const refusals: string[] = [];
  const {
    ignoredColumns: _,
    unsoldRegions: __,
    ...report
  } = await importShopify({
    databaseUrl: database.url,
    file,
    currency: "USD",
    rates,
    isDryRun: false,
    onRefusal: (refusal) => refusals.push(describeRefusal(refusal)),
    ...over,
  });
  return { report, refusals };
}

let files = 0;
const head =
  "Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src";
function csv(...lines: string[]): string {
  const file = join(directory, `${files++}.csv`);
  writeFileSync(file, [head, ...lines].join("\n"));
  return file;
}

const variantsOf = (handle: string) => sql<
  {
    id: string;
    sku: string | null;
    options: Record<string, string>;
    onHand: number | null;
    usd: number | null;
  }[]
>`
  select v.id, v.sku, v.options, l.on_hand as "onHand", pr.amount_minor::int as usd
    from variant v join product p on p.id = v.product_id
    left join level l on l.variant_id = v.id
    left join price pr on pr.variant_id = v.id and pr.region_id = 'us'
   where p.handle = ${handle} order by v.position, v.id`;
const countOf = async (table: string) => {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ${sql(table)}`;
  return row!.count;
};

describe("a real export", () => {
  test("a dry run counts and writes nothing", async () => {
    expect((await run(apparel, { isDryRun: true })).report).toMatchObject({
      created: 20,
      rows: 22,
    });
    expect([
      await countOf("product"),
      await countOf("location"),
      await countOf("movement"),
    ]).toEqual([0, 0, 0]);
  });

  test("comes out right", async () => {
    const { report, refusals } = await run(apparel);
    expect(refusals).toEqual([]);
    expect(report).toEqual({
      rows: 22,
      created: 20,
      updated: 0,
      unchanged: 0,
      refusedProducts: 0,
      refusedRows: 0,
    });
    expect([await countOf("product"), await countOf("variant"), await countOf("image")]).toEqual([
      20, 22, 20,
    ]);
    const [shirt] = await sql`select * from product where handle = 'ocean-blue-shirt'`;
    expect(shirt).toMatchObject({
      title: "Ocean Blue Shirt",
      description:
        "Ocean blue cotton shirt with a narrow collar and buttons down the front and long sleeves. Comfortable fit and tiled kalidoscope patterns.",
      vendor: "partners-demo",
      tags: ["men"],
      status: "active",
      version: 1,
    });
    expect(await variantsOf("ocean-blue-shirt")).toMatchObject([
      { options: {}, onHand: 1, usd: 5000 },
    ]);
    expect(await variantsOf("classic-varsity-top")).toMatchObject([
      { options: { Size: "Small" }, onHand: 1, usd: 6000 },
      { options: { Size: "Medium" }, onHand: 1, usd: 6000 },
      { options: { Size: "Large" }, onHand: 1, usd: 6000 },
    ]);
    const [options] = await sql`
      select o.name, o.values, p.facets from product_option o join product p on p.id = o.product_id`;
    expect(options).toEqual({
      name: "Size",
      values: [{ value: "Small" }, { value: "Medium" }, { value: "Large" }],
      facets: ["option.Size:Large", "option.Size:Medium", "option.Size:Small"],
    });
  });

  test("its prices are in every region's own minor units, the untracked sample is counted", async () => {
    const prices = await sql`
      select pr.region_id, pr.currency, pr.amount_minor::int as amount from price pr
        join variant v on v.id = pr.variant_id join product p on p.id = v.product_id
       where p.handle = 'zipped-jacket' order by region_id`; // 65 USD
    expect(prices.map((row) => [row["region_id"], row["currency"], row["amount"]])).toEqual([
      ["eu", "EUR", 5980],
      ["jp", "JPY", 10075],
      ["uk", "GBP", 5135],
      ["us", "USD", 6500],
    ]);
    const [sums] = await sql`
      select sum(amount_minor)::int as usd from price where region_id = 'us'`;
    // By hand: 1,235 USD over the file's 22 rows.
    const byHand = readFileSync(apparel, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => /,deny,manual,(\d+),/.exec(line)?.[1]);
    expect(sums?.["usd"]).toBe(byHand.reduce((sum, price) => sum + Number(price) * 100, 0));
    expect(await sql`select distinct is_tracked from variant`).toMatchObject([
      { is_tracked: true },
    ]);
    const [image] = await sql`
      select src from image i join product p on p.id = i.product_id where p.handle = 'floral-white-top'`;
    expect(image?.["src"]).toBe(
      "https://burst.shopifycdn.com/photos/city-woman-fashion_925x@2x.jpg",
    );
    expect(await findBrokenInvariants(db)).toEqual([]);
  });

  test("imported again it changes nothing", async () => {
    const tables = ["product", "variant", "price", "image", "level", "movement", "outbox"];
    const state = () =>
      Promise.all(tables.map((table) => sql`select * from ${sql(table)} t order by t::text`));
    const before = await state();
    expect((await run(apparel)).report).toMatchObject({ created: 0, updated: 0, unchanged: 20 });
    expect(await state()).toEqual(before);
  });
});

describe("importing again", () => {
  test("updates by handle; a variant is the same by its options and keeps its id", async () => {
    await run(csv("mug,Mug,Cups,Size,S,MUG-S,5,10,https://c.example/1", "mug,,,,M,MUG-M,5,12,"));
    const before = await variantsOf("mug");
    // The codes change places, a size is added, the type moves, stock is counted anew.
    const changed = csv(
      "mug,Big Mug,Bowls,Size,M,MUG-S,9,13,https://c.example/2",
      "mug,,,,S,MUG-M,0,10,",
      "mug,,,,L,MUG-L,1,15,",
    );
    expect((await run(changed)).report).toMatchObject({ updated: 1, created: 0 });
    const after = await variantsOf("mug");
    expect(after.map((v) => [v.options["Size"], v.sku, v.onHand, v.usd])).toEqual([
      ["M", "MUG-S", 9, 1300],
      ["S", "MUG-M", 0, 1000],
      ["L", "MUG-L", 1, 1500],
    ]);
    expect([after[0]?.id, after[1]?.id]).toEqual([before[1]?.id, before[0]?.id]);
    const [product] = await sql`select title, version, facets from product where handle = 'mug'`;
    expect(product).toMatchObject({ title: "Big Mug", version: 2 });
    expect(product?.["facets"]).toContain("category:bowls");
    expect(product?.["facets"]).not.toContain("category:cups");
    const events = await sql`
      select type, aggregate_version as version, data from outbox
       where aggregate_id in ${sql(before.map((v) => v.id))} and type = 'stock.changed' order by data ->> 'available'`;
    expect(events.map((e) => [e["version"], e["data"].available])).toEqual([
      [2, 0],
      [2, 9],
    ]);
    expect(await findBrokenInvariants(db)).toEqual([]);
  });

  test("what is held stays on hand", async () => {
    await run(csv("held,Held,,,,,5,10,"));
    const { id } = (await variantsOf("held"))[0]!;
    await sql`insert into hold (id, location_id, variant_id, quantity, owner_id, expires_at)
      select 'hold_1', location_id, variant_id, 3, 'chk_1', now() + interval '1 hour' from level where variant_id = ${id}`;
    await sql`update level set held = 3 where variant_id = ${id}`;
    await run(csv("held,Held,,,,,1,10,"));
    expect(await variantsOf("held")).toMatchObject([{ onHand: 3 }]);
    expect((await run(csv("held,Held,,,,,1,10,"))).report.unchanged).toBe(1);
    expect(await findBrokenInvariants(db)).toEqual([]);
  });

  test("a vanished variant goes, its stock written off; one in a cart stays unsold", async () => {
    await run(csv("gone,Gone,,Size,S,,5,10,", "gone,,,,M,,5,10,", "gone,,,,L,,5,10,"));
    const [, medium] = await variantsOf("gone");
    await sql`insert into cart (id, region_id, currency, expires_at) values ('cart_1', 'us', 'USD', now())`;
    await sql`insert into cart_line (cart_id, variant_id, quantity, counter, seen_price_minor)
      values ('cart_1', ${medium!.id}, 1, '{"anyone.0": [1, 0]}', 1000)`;
    const smaller = csv("gone,Gone,,Size,S,,5,10,");
    expect((await run(smaller)).report.updated).toBe(1);
    expect((await variantsOf("gone")).map((v) => [v.options["Size"], v.usd])).toEqual([
      ["S", 1000],
      ["M", null],
    ]);
    expect(await countOf("cart_line")).toBe(1);
    expect(await findBrokenInvariants(db)).toEqual([]);
    expect((await run(smaller)).report.unchanged).toBe(1);
  });
});

describe("bad rows", () => {
  test("are named, cost their product, and the rest goes in", async () => {
    const { report, refusals } = await run(
      csv(
        "good-1,Good,,,,,1,10,",
        "bad,Bad,,Size,S,,1,ten,",
        "bad,,,,M,,1,10,",
        "twin-1,Twin,,,,TWIN,1,10,",
        "twin-2,Twin,,,,TWIN,1,10,",
        "good-2,Good,,,,,1,10,",
      ),
    );
    expect(report).toMatchObject({ created: 3, refusedProducts: 2, refusedRows: 3 });
    expect(refusals).toContain('line 3, Variant Price: "ten" is not an amount such as 19.99');
    expect(refusals.find((r) => r.includes("TWIN"))).toMatch(
      /^line [56], Variant SKU: "TWIN" is another/,
    );
    expect(await sql`select 1 from product where handle = 'bad'`).toHaveLength(0);
    expect(await sql`select 1 from product where handle like 'good-%'`).toHaveLength(2);
  });

  test("a whole that can't be imported is said, and nothing is written", async () => {
    await expect(
      run(apparel, { rates: new Map(), currency: "GBP", location: "loc_nowhere" }),
    ).rejects.toThrow("There is no location loc_nowhere");
  });
});

test("the self-check finds a level that its ledger does not explain", async () => {
  const [level] = await sql`update level set on_hand = on_hand + 1 where held = 0 and on_hand > 0
    and (variant_id) = (select min(variant_id) from level where held = 0 and on_hand > 0) returning on_hand`;
  const onHand = level?.["on_hand"] as number;
  expect(await findBrokenInvariants(db)).toMatchObject([
    { rule: "on hand = sum of movements", expected: onHand - 1, actual: onHand },
  ]);
});
