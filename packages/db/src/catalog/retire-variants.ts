import type postgres from "postgres";

export type RetireCause = { reason: "imported" | "counted"; reference: string };

/**
 * Takes variants out. One that a cart, a checkout, an order or a hold points at stays, without prices and code: it
 * can't be bought, and nobody's line vanishes. Any other is deleted, its stock written off first, so that the ledger
 * still sums to what is on hand: nothing.
 * @param cause why, for the ledger
 * @returns those that stay
 */
export async function retireVariants(
  tx: postgres.ISql,
  variantIds: readonly string[],
  cause: RetireCause,
): Promise<string[]> {
  const ids = [...variantIds].toSorted();
  // Both locks before the look: no line and no hold can come in between it and the delete.
  await tx`select from variant where id = any(${ids}::text[]) order by id for update`;
  await tx`select from level where variant_id = any(${ids}::text[])
    order by variant_id, location_id for update`;
  const staying = await tx<{ id: string }[]>`
    select v.id from variant v
     where v.id = any(${ids}::text[])
       and (exists (select from cart_line where variant_id = v.id)
         or exists (select from checkout_line where variant_id = v.id)
         or exists (select from order_line where variant_id = v.id)
         or exists (select from hold where variant_id = v.id and state = 'held')
         or exists (select from level where variant_id = v.id and held > 0))`;
  const stayingIds = staying.map(({ id }) => id);
  const freeIds = ids.filter((id) => !stayingIds.includes(id));
  await Promise.all([
    tx`insert into movement (variant_id, location_id, delta, reason, reference)
       select variant_id, location_id, -on_hand, ${cause.reason}, ${cause.reference}
         from level where variant_id = any(${freeIds}::text[]) and on_hand <> 0`,
    tx`delete from variant where id = any(${freeIds}::text[])`,
    tx`update variant set sku = null where id = any(${stayingIds}::text[])`,
    tx`delete from price where variant_id = any(${ids}::text[])`,
  ]);
  return stayingIds;
}
