/** The words of products in other languages. A change of them is a change of the product: its version rises, and pages know. */
import { productTranslations } from "@meridian/db/schema.ts";
import { and, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type {
  GetProductTranslations,
  ProductTranslations,
  RemoveProductTranslation,
  SetProductTranslation,
} from "../contract/translations.ts";
import { productChanged } from "../events.ts";
import { productNotFound } from "./product-record.ts";

/** @throws not_found `catalog.product_not_found` {handle} */
export async function getProductTranslations(
  ctx: ServiceContext,
  { handle }: GetProductTranslations,
): Promise<ProductTranslations> {
  const [found] = await statement<ProductTranslations>(
    ctx.db,
    sql`select p.id, p.version, (
          select coalesce(json_agg(json_build_object('language', t.language, 'title', t.title,
              'subtitle', t.subtitle, 'description', t.description, 'details', t.details,
              'alts', t.alts) order by t.language), '[]')
            from product_translation t where t.product_id = p.id) as items
        from product p where (p.id = ${handle} or p.handle = ${handle}) and p.status <> 'deleted'`,
  );
  if (!found) throw productNotFound(handle);
  return found;
}

/**
 * Puts all words of a language in place of those before.
 * @throws not_found `catalog.product_not_found` {handle}
 * @throws precondition_failed `catalog.version_mismatch` {expected, actual}, `current` is the product's translations
 */
export function setProductTranslation(
  ctx: ServiceContext,
  { handle, language, expectedVersion, ...words }: SetProductTranslation,
): Promise<ProductTranslations> {
  return inTransaction(ctx, async (tx) => {
    const productId = await raiseVersion(tx, handle, expectedVersion);
    const { title = null, subtitle = null, description = null, details = null, alts = {} } = words;
    const row = { title, subtitle, description, details, alts };
    await tx.db
      .insert(productTranslations)
      .values({ productId, language, ...row })
      .onConflictDoUpdate({
        target: [productTranslations.productId, productTranslations.language],
        set: row,
      });
    return await getProductTranslations(tx, { handle: productId });
  });
}

/** English again; where it was that already, too. @throws as {@link setProductTranslation} */
export function removeProductTranslation(
  ctx: ServiceContext,
  { handle, language, expectedVersion }: RemoveProductTranslation,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const productId = await raiseVersion(tx, handle, expectedVersion);
    const isIt = eq(productTranslations.productId, productId);
    await tx.db
      .delete(productTranslations)
      .where(and(isIt, eq(productTranslations.language, language)));
  });
}

/** Compares as it writes: of several who saw the same version one wins. Returns the product's id. */
async function raiseVersion(
  tx: TransactionContext,
  key: string,
  expectedVersion: number,
): Promise<string> {
  const [raised] = await statement<{ id: string; handle: string; number: number; version: number }>(
    tx.db,
    sql`update product set version = version + 1, updated_at = now()
        where (id = ${key} or handle = ${key}) and status <> 'deleted' and version = ${expectedVersion}
        returning id, handle, number, version`,
  );
  if (!raised) {
    const current = await getProductTranslations(tx, { handle: key });
    throw new DomainError("precondition_failed", "catalog.version_mismatch", {
      message: "The product has changed since it was read.",
      details: { expected: expectedVersion, actual: current.version },
      current,
    });
  }
  const { id, handle, number, version } = raised;
  // Its place in an order by title may be another one.
  await statement(tx.db, sql`insert into catalog_change (number) values (${number})`);
  await emit(tx, [event(productChanged, id, version, { productId: id, handle })]);
  return id;
}
