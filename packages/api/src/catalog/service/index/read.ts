/** What the index reads of the database. Numbers and bits travel as bytes: a million of them in a fraction of a second. */
import type { Executor } from "@meridian/db/client.ts";
import { sql } from "drizzle-orm";
import { statement } from "../../../kernel/statement.ts";
import { type IndexedSort, orders } from "../order.ts";
import { NumberSet } from "./number-set.ts";

type Change = { id: number; number: number };

/** How often changes were taken into the facet maps, and those that were not yet, the oldest first. */
export type State = { version: number; pending: Change[] };

/** So many at most: beyond them, lists follow as the worker takes changes in. */
const mostPending = 10_000;

export async function readState(db: Executor): Promise<State> {
  const [row] = await statement<State>(
    db,
    sql`select v.version::float8 as version, (
        select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number)), '[]')
          from (select id, number from catalog_change where version is null order by id limit ${mostPending}) c) as pending
      from facet_map_version v`,
  );
  if (!row) throw new Error("the facet maps have no version");
  return row;
}

/** What was taken in after one version, up to another. */
export async function readTaken(db: Executor, after: number, upTo: number): Promise<Change[]> {
  return statement<Change>(
    db,
    sql`select id::float8 as id, number from catalog_change where version > ${after} and version <= ${upTo}`,
  );
}

/** All facets, as of one moment. */
export async function readFacetMaps(
  db: Executor,
): Promise<{ version: number; facets: Map<string, NumberSet> }> {
  const rows = await statement<{
    version: number;
    facet: string | null;
    first: number;
    bits: Buffer;
  }>(
    db,
    sql`select v.version::float8 as version, m.facet, m.chunk << 14 as first, bit_send(m.bits) as bits
      from facet_map_version v left join facet_map m on true`,
  );
  const facets = new Map<string, NumberSet>();
  for (const { facet, first, bits } of rows) {
    if (facet === null) continue;
    const set = facets.get(facet) ?? new NumberSet();
    facets.set(facet, set);
    // Behind the length, which is the same for all.
    set.setBits(first, bits.subarray(4));
  }
  return { version: rows[0]?.version ?? 0, facets };
}

/** The facets that products have now; a product that shoppers don't see has none. */
export async function readFacetsOf(
  db: Executor,
  numbers: readonly number[],
): Promise<{ number: number; facet: string }[]> {
  return statement(
    db,
    sql`select f.number, f.facet from product_facet f where f.number = any(${sql.param([...numbers])}::int[])`,
  );
}

export async function readPricesOf(
  db: Executor,
  region: string,
  numbers: readonly number[],
): Promise<{ number: number; minor: number | null }[]> {
  return statement(
    db,
    sql`select n.number, pp.min_minor::float8 as minor
      from unnest(${sql.param([...numbers])}::int[]) n(number)
      left join product p on p.number = n.number
      left join product_price pp on pp.product_id = p.id and pp.region_id = ${region}`,
  );
}

/** All products of an order. */
export async function readOrder(
  db: Executor,
  sort: IndexedSort,
  region: string,
): Promise<{ numbers: Int32Array; minor: Float64Array }> {
  const { source, key, id, number, way } = orders[sort];
  const isPriced = sort === "price" || sort === "-price";
  const [row] = await statement<{ numbers: Buffer | null; minor: Buffer | null }>(
    db,
    sql`select string_agg(int4send(o.number), ''::bytea) as numbers,
        ${isPriced ? sql`string_agg(int8send(o.key), ''::bytea)` : sql`null::bytea`} as minor
      from (select ${number} as number, ${key} as key from ${source(region)}
             order by ${key} ${way}, ${id} ${way}) o`,
  );
  const { numbers, minor } = row ?? {};
  return {
    numbers: Int32Array.from({ length: (numbers?.length ?? 0) >> 2 }, (_, i) =>
      (numbers as Buffer).readInt32BE(i << 2),
    ),
    minor: Float64Array.from({ length: (minor?.length ?? 0) >> 3 }, (_, i) =>
      Number((minor as Buffer).readBigInt64BE(i << 3)),
    ),
  };
}
