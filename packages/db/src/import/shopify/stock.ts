import type postgres from "postgres";
import { newId } from "../../catalog/new-id.ts";
import type { Plan } from "./plan.ts";

/**
 * Brings levels to the file's count, never below what is held, each change with its movement: the ledger always
 * sums to what is on hand. Levels are locked in the order of variants, like everywhere, and read under that lock.
 * @returns whether any changed
 */
export async function writeStock(
  tx: postgres.TransactionSql,
  { content, counts }: Plan,
  { locationId, isNew }: { locationId: string; isNew: boolean },
): Promise<boolean> {
  if (counts.length === 0) return false;
  const wanted = JSON.stringify(counts);
  const changed = await tx<{ id: string }[]>`
    with wanted as (
      select id, quantity from jsonb_to_recordset(${wanted}::text::jsonb) w(id text, quantity int)),
    present as materialized (
      select l.variant_id, l.on_hand, greatest(w.quantity, l.held) as target
        from level l join wanted w on w.id = l.variant_id
       where l.location_id = ${locationId} order by l.variant_id for update of l),
    updated as (
      update level l set on_hand = p.target, version = l.version + 1
        from present p
       where l.variant_id = p.variant_id and l.location_id = ${locationId} and p.target <> p.on_hand
      returning l.variant_id, p.target - p.on_hand as delta),
    inserted as (
      insert into level (variant_id, location_id, on_hand)
      select w.id, ${locationId}, w.quantity from wanted w
       where not exists (select from present p where p.variant_id = w.id)
      on conflict do nothing
      returning variant_id, on_hand as delta),
    noted as (
      insert into movement (variant_id, location_id, delta, reason, reference)
      select variant_id, ${locationId}, delta, 'imported', ${`shopify:${content.handle}`}
        from (select * from updated union all select * from inserted) changes where delta <> 0)
    select variant_id as id from updated union all select variant_id from inserted`;
  // Nobody watches the stock of a product that was not there a moment ago.
  if (!isNew)
    await emitStockChanged(
      tx,
      changed.map(({ id }) => id),
    );
  return changed.length > 0;
}

async function emitStockChanged(
  tx: postgres.TransactionSql,
  ids: readonly string[],
): Promise<void> {
  await tx`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    select e.event_id, 'stock.changed', 'variant', s.id, s.version,
           jsonb_build_object('variantId', s.id, 'available', s.available, 'version', s.version), now()
      from unnest(${[...ids]}::text[], ${ids.map(() => newId("evt"))}::text[]) e(id, event_id)
      join lateral (
        select v.id, coalesce(sum(l.version), 0)::int as version, sum(l.on_hand - l.held) as available
          from variant v join level l on l.variant_id = v.id
         where v.id = e.id and v.is_tracked group by v.id) s on true`;
}

export function emitProductChanged(
  tx: postgres.TransactionSql,
  { content: { id, handle } }: Plan,
  version: number,
): PromiseLike<unknown> {
  return tx`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    values (${newId("evt")}, 'product.changed', 'product', ${id}, ${version},
      jsonb_build_object('productId', ${id}::text, 'handle', ${handle}::text), now())`;
}
