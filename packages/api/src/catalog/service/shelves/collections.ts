/** One collection: read, added, changed, removed. Products that move by it say so. */
import { collections } from "@meridian/db/schema.ts";
import { eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../../kernel/context.ts";
import { newId } from "../../../kernel/ids.ts";
import { inTransaction, type TransactionContext } from "../../../kernel/transaction.ts";
import type {
  AddCollection,
  ChangeCollection,
  CollectionRecord,
  GetShelf,
  RemoveShelf,
} from "../../contract/shelves.ts";
import { productsIn, tellOfProducts } from "./moved-products.ts";
import { found, requireVersion, rethrow } from "./refusals.ts";
import { tellOfShelf } from "./tell-of-shelf.ts";

/** @throws not_found `catalog.collection_not_found` {handle} */
export async function getCollection(
  { db }: ServiceContext,
  { handle }: GetShelf,
): Promise<CollectionRecord> {
  const [row] = await db.select().from(collections).where(eq(collections.handle, handle));
  return found(row, "collection", handle);
}

/** @throws conflict `catalog.handle_taken` {handle} */
export function addCollection(
  ctx: ServiceContext,
  { idempotencyKey: _idempotencyKey, ...fields }: AddCollection,
): Promise<CollectionRecord> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(collections)
      .values({ id: newId("col"), ...fields })
      .returning()
      .catch(rethrow);
    const added = found(row, "collection", fields.handle);
    await tellOfShelf(tx, "collection", added);
    return added;
  });
}

/** @throws not_found `catalog.collection_not_found`; precondition_failed `catalog.version_mismatch` */
export function changeCollection(
  ctx: ServiceContext,
  { handle, expectedVersion, ...fields }: ChangeCollection,
): Promise<CollectionRecord> {
  return inTransaction(ctx, async (tx) => {
    const { id } = await lockCollection(tx, handle, expectedVersion);
    const [row] = await tx.db
      .update(collections)
      .set({ ...fields, version: sql`${collections.version} + 1` })
      .where(eq(collections.id, id))
      .returning();
    const after = found(row, "collection", handle);
    await tellOfShelf(tx, "collection", after);
    return after;
  });
}

/** Its products stay. @throws as `changeCollection` */
export function removeCollection(
  ctx: ServiceContext,
  { handle, expectedVersion }: RemoveShelf,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { id, version } = await lockCollection(tx, handle, expectedVersion);
    const ids = await productsIn(tx, "collection", id);
    await tx.db.delete(collections).where(eq(collections.id, id));
    await tellOfProducts(tx, ids);
    await tellOfShelf(tx, "collection", { id, handle, version: version + 1 });
  });
}

async function lockCollection(
  tx: TransactionContext,
  handle: string,
  expectedVersion: number,
): Promise<CollectionRecord> {
  const [row] = await tx.db
    .select()
    .from(collections)
    .where(eq(collections.handle, handle))
    .for("update");
  const before = found(row, "collection", handle);
  requireVersion("collection", expectedVersion, before);
  return before;
}
