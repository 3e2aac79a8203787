/** Who is told that a variant is back, and that they were. */
import { sql } from "drizzle-orm";
import { listAvailability } from "../../inventory/service.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { WatchLanguage } from "../contract.ts";
import { mayBeTold } from "../rules.ts";

export type ToTell = {
  email: string;
  addressToken: string;
  language: WatchLanguage;
  regionId: string;
  handle: string;
  title: string;
  variantTitle: string;
  options: Record<string, string>;
};

/** Variants on sale that somebody waits for; all of them, or those among `ids`. */
export async function findAwaited(
  { db }: ServiceContext,
  ids?: readonly string[],
): Promise<string[]> {
  const among = ids === undefined ? sql`true` : sql`variant_id = any(${sql.param(ids)}::text[])`;
  const rows = await statement<{ variantId: string }>(
    db,
    sql`select distinct variant_id as "variantId" from watch
        join variant on variant.id = variant_id join product on product.id = variant.product_id
        where confirmed_at is not null and product.status = 'active' and ${among}`,
  );
  return rows.map(({ variantId }) => variantId);
}

/** Stock that came behind this version of it is stock anew. */
export async function noteSoldOut(
  { db }: TransactionContext,
  variantId: string,
  version: number,
): Promise<void> {
  await statement(
    db,
    sql`delete from restock where variant_id = ${variantId} and version < ${version}`,
  );
}

/**
 * Ends the watches of those who are to be told now, the oldest first: as many as what is there is worth calling for. Called
 * twice for the same stock it finds nobody the second time.
 */
export async function takeTold(tx: TransactionContext, variantId: string): Promise<ToTell[]> {
  const { items } = await listAvailability(tx, { variantIds: [variantId] });
  const [shelf] = items;
  if (shelf === undefined || shelf.available === 0) return [];
  const [before] = await statement<{ told: number }>(
    tx.db,
    sql`select told from restock where variant_id = ${variantId} for update`,
  );
  const { available, version } = shelf;
  const limit = available === null ? null : mayBeTold({ available, told: before?.told ?? 0 });
  if (limit === 0) return [];
  const told = await endOldest(tx, variantId, limit);
  if (told.length > 0)
    await statement(
      tx.db,
      sql`insert into restock as r (variant_id, told, version) values (${variantId}, ${told.length}, ${version})
          on conflict (variant_id) do update
            set told = r.told + excluded.told, version = greatest(r.version, excluded.version)`,
    );
  return told;
}

/** @param limit null: all of them */
function endOldest(
  { db }: TransactionContext,
  variantId: string,
  limit: number | null,
): Promise<ToTell[]> {
  return statement<ToTell>(
    db,
    sql`with ended as (
          delete from watch where id in (
            select id from watch where variant_id = ${variantId} and confirmed_at is not null
            order by confirmed_at, id limit ${limit}::bigint for update)
          returning email, language, region_id, variant_id, confirmed_at, id
        )
        select ended.email, watch_address.token as "addressToken", ended.language, ended.region_id as "regionId",
          product.handle, coalesce(told.title, product.title) as title,
          variant_title(variant.title, variant.options, ended.language) as "variantTitle", variant.options
        from ended
        join watch_address on watch_address.email = ended.email
        join variant on variant.id = ended.variant_id
        join product on product.id = variant.product_id
        left join product_translation told on told.product_id = product.id and told.language = ended.language
        order by ended.confirmed_at, ended.id`,
  );
}
