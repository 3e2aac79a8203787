/** What is read at each look of each who waits: many looks at one moment are one statement. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { gather } from "../../kernel/gather.ts";
import { statement } from "../../kernel/statement.ts";
import type { Drop, GetDrop } from "../contract.ts";

/** @param isCounted false: some piece is always there */
export type DropRow = Omit<Drop, "isOpen"> & { id: string; isCounted: boolean };
/** @param until of the place's pass, if it has one; `hasHold`: the cart holds something of the drop */
export type Pass = { until: string | null; hasHold: boolean };
type AskPass = { id: string; key: string; cartId: string };

const iso = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
const maxBatch = 1_000;

type Reads = {
  drop: (handle: string) => Promise<DropRow | undefined>;
  pass: (ask: AskPass) => Promise<Pass>;
};
const readsOf = new WeakMap<object, Reads>();

/** Of one pool. */
function reads({ db }: ServiceContext): Reads {
  const known = readsOf.get(db);
  if (known !== undefined) return known;
  const made = {
    drop: gather<string, DropRow | undefined>(maxBatch, (handles) => readDrops(db, handles)),
    pass: gather<AskPass, Pass>(maxBatch, (asked) => readPasses(db, asked)),
  };
  readsOf.set(db, made);
  return made;
}

/** @throws not_found `drops.not_found` {handle} */
export async function findDrop(ctx: ServiceContext, handle: string): Promise<DropRow> {
  const row = await reads(ctx).drop(handle);
  if (row !== undefined) return row;
  throw new DomainError("not_found", "drops.not_found", {
    message: "There is no such drop.",
    details: { handle },
  });
}

export function findPass(ctx: ServiceContext, ask: AskPass): Promise<Pass> {
  return reads(ctx).pass(ask);
}

export async function getDrop(ctx: ServiceContext, { handle }: GetDrop): Promise<Drop> {
  const { id: _id, isCounted: _isCounted, ...drop } = await findDrop(ctx, handle);
  return { ...drop, isOpen: drop.startsAt <= ctx.clock.now().toISOString() };
}

async function readDrops(
  db: ServiceContext["db"],
  handles: readonly string[],
): Promise<(DropRow | undefined)[]> {
  const rows = await statement<DropRow>(
    db,
    sql`select c.id, c.handle, to_char(c.starts_at at time zone 'UTC', ${iso}) as "startsAt", c.admits,
          coalesce(sum(level.on_hand - level.held), 0)::int as available,
          coalesce(bool_and(variant.is_tracked), true) as "isCounted",
          coalesce(bool_and(variant.is_tracked), true) and coalesce(sum(level.on_hand), 0) = 0 as "isSoldOut"
        from collection c
        left join collection_product on collection_product.collection_id = c.id
        left join variant on variant.product_id = collection_product.product_id
        left join level on level.variant_id = variant.id
        where c.handle = any(${sql.param([...new Set(handles)])}::text[]) and c.starts_at is not null
        group by c.id`,
  );
  const found = new Map(rows.map((row) => [row.handle, row]));
  return handles.map((handle) => found.get(handle));
}

/** Whose cart holds something of the drop has what they came for, and makes room. */
function readPasses(db: ServiceContext["db"], asked: readonly AskPass[]): Promise<Pass[]> {
  const all = (of: (ask: AskPass) => string) => sql.param(asked.map(of));
  return statement<Pass>(
    db,
    sql`select to_char(drop_pass.expires_at at time zone 'UTC', ${iso}) as until,
          exists (select from hold
            join variant on variant.id = hold.variant_id
            join collection_product on collection_product.product_id = variant.product_id
            where hold.owner_id = asked.cart_id and hold.state = 'held' and hold.expires_at > clock_timestamp()
              and collection_product.collection_id = asked.collection_id) as "hasHold"
        from unnest(${all(({ id }) => id)}::text[], ${all(({ key }) => key)}::text[],
          ${all(({ cartId }) => cartId)}::text[])
          with ordinality as asked(collection_id, place_key, cart_id, position)
        left join drop_pass on drop_pass.collection_id = asked.collection_id
          and drop_pass.place_key = asked.place_key and drop_pass.expires_at > clock_timestamp()
        order by asked.position`,
  );
}
