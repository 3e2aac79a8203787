/** Adding, changing and removing categories and collections. Products that move by it say so. */
import { categories, collections } from "@meridian/db/schema.ts";
import { refreshProducts } from "@meridian/db/catalog-writer.ts";
import { eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type {
  AddCategory,
  AddCollection,
  CategoryRecord,
  ChangeCategory,
  ChangeCollection,
  CollectionRecord,
  RemoveShelf,
} from "../contract/shelves.ts";
import { productChanged } from "../events.ts";
import { conflictOf } from "./conflict.ts";

/** @throws conflict `catalog.handle_taken`; invalid `catalog.unknown_category`, `catalog.category_too_deep` */
export function addCategory(
  ctx: ServiceContext,
  { idempotencyKey: _idempotencyKey, parent = null, ...fields }: AddCategory,
): Promise<CategoryRecord> {
  return inTransaction(ctx, async (tx) => {
    const above = parent === null ? null : await requireTop(tx, parent);
    const [row] = await tx.db
      .insert(categories)
      .values({ id: newId("cat"), ...fields, parentId: above })
      .returning()
      .catch(rethrow);
    return toCategory(row, parent);
  });
}

/**
 * Changes what is given. Under another parent, its products are found there as well.
 * @throws not_found `catalog.category_not_found`; invalid `catalog.unknown_category`, `catalog.category_too_deep`
 */
export function changeCategory(
  ctx: ServiceContext,
  { handle, parent, ...fields }: ChangeCategory,
): Promise<CategoryRecord> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockCategory(tx, handle);
    const parentId = await planParent(tx, before, parent);
    const [row] = await tx.db
      .update(categories)
      .set({ ...fields, parentId })
      .where(eq(categories.id, before.id))
      .returning();
    if (parentId !== before.parentId) {
      await tellOfProducts(tx, await productsIn(tx, "category", before.id));
    }
    return toCategory(row, parent === undefined ? before.parent : parent);
  });
}

/**
 * Its products stay, in their other categories.
 * @throws not_found `catalog.category_not_found`; conflict `catalog.category_has_children` {children}
 */
export function removeCategory(ctx: ServiceContext, { handle }: RemoveShelf): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { id, children } = await lockCategory(tx, handle);
    if (children.length > 0) {
      throw new DomainError("conflict", "catalog.category_has_children", {
        message: "Move or remove the categories below it first.",
        details: { children },
      });
    }
    const ids = await productsIn(tx, "category", id);
    await tx.db.execute(sql`delete from product_category where category_id = ${id}`);
    await tx.db.delete(categories).where(eq(categories.id, id));
    await tellOfProducts(tx, ids);
  });
}

/** @throws conflict `catalog.handle_taken` {handle} */
export async function addCollection(
  ctx: ServiceContext,
  { idempotencyKey: _idempotencyKey, ...fields }: AddCollection,
): Promise<CollectionRecord> {
  const [row] = await ctx.db
    .insert(collections)
    .values({ id: newId("col"), ...fields })
    .returning()
    .catch(rethrow);
  return found(row, "collection", fields.handle);
}

/** @throws not_found `catalog.collection_not_found` {handle} */
export async function changeCollection(
  ctx: ServiceContext,
  { handle, ...fields }: ChangeCollection,
): Promise<CollectionRecord> {
  const [row] = await ctx.db
    .update(collections)
    .set({ ...fields, handle })
    .where(eq(collections.handle, handle))
    .returning();
  return found(row, "collection", handle);
}

/** Its products stay. @throws not_found `catalog.collection_not_found` {handle} */
export function removeCollection(ctx: ServiceContext, { handle }: RemoveShelf): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ id: collections.id })
      .from(collections)
      .where(eq(collections.handle, handle))
      .for("update");
    const { id } = found(row, "collection", handle);
    const ids = await productsIn(tx, "collection", id);
    await tx.db.delete(collections).where(eq(collections.id, id));
    await tellOfProducts(tx, ids);
  });
}

type CategoryRow = {
  id: string;
  parentId: string | null;
  parent: string | null;
  children: string[];
};

/** @throws not_found `catalog.category_not_found` {handle} */
async function lockCategory(tx: TransactionContext, handle: string): Promise<CategoryRow> {
  const [row] = await statement<CategoryRow>(
    tx.db,
    sql`select c.id, c.parent_id as "parentId", (select handle from category where id = c.parent_id) as parent,
          array(select handle from category where parent_id = c.id order by position, id) as children
        from category c where c.handle = ${handle} for update of c`,
  );
  return found(row, "category", handle);
}

/** @throws invalid `catalog.unknown_category` {handles}, `catalog.category_too_deep` {parent} */
async function requireTop(tx: TransactionContext, handle: string): Promise<string> {
  const [row] = await statement<{ id: string; isTop: boolean }>(
    tx.db,
    sql`select id, parent_id is null as "isTop" from category where handle = ${handle} for update`,
  );
  if (row?.isTop) return row.id;
  if (row) throw tooDeep(handle);
  throw new DomainError("invalid", "catalog.unknown_category", {
    message: "There is no such category.",
    details: { handles: [handle] },
  });
}

/** One that has children, or is asked to stand below itself, stays at the top. */
async function planParent(
  tx: TransactionContext,
  before: CategoryRow,
  parent: string | null | undefined,
): Promise<string | null> {
  if (parent === undefined) return before.parentId;
  if (parent === null) return null;
  const id = await requireTop(tx, parent);
  if (before.children.length > 0 || id === before.id) throw tooDeep(parent);
  return id;
}

function tooDeep(parent: string): DomainError {
  return new DomainError("invalid", "catalog.category_too_deep", {
    message: "Categories have two levels.",
    details: { parent },
  });
}

async function productsIn(
  tx: TransactionContext,
  kind: "category" | "collection",
  id: string,
): Promise<string[]> {
  const members =
    kind === "category"
      ? sql`select product_id from product_category where category_id = ${id}`
      : sql`select product_id from collection_product where collection_id = ${id}`;
  const rows = await statement<{ id: string }>(
    tx.db,
    sql`select id from product where id in (${members}) order by id for no key update`,
  );
  return rows.map((row) => row.id);
}

/** Brings products up to date that moved, and tells of each. */
async function tellOfProducts(tx: TransactionContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await statement<{ id: string; handle: string; version: number }>(
    tx.db,
    sql`update product set version = version + 1, updated_at = now()
        where id = any(${sql.param(ids)}::text[]) returning id, handle, version`,
  );
  await refreshProducts(tx.db, ids);
  await emit(
    tx,
    rows.map(({ id, handle, version }) =>
      event(productChanged, id, version, { productId: id, handle }),
    ),
  );
}

function toCategory(
  row: typeof categories.$inferSelect | undefined,
  parent: string | null,
): CategoryRecord {
  if (row === undefined) throw new Error("a category is gone although it was written");
  const { parentId: _parentId, ...fields } = row;
  return { ...fields, parent };
}

function found<Row>(row: Row | undefined, kind: "category" | "collection", handle: string): Row {
  if (row !== undefined) return row;
  throw new DomainError("not_found", `catalog.${kind}_not_found`, {
    message: `There is no such ${kind}.`,
    details: { handle },
  });
}

/** Drizzle's own errors carry the driver's as their cause. */
function rethrow(error: unknown): never {
  throw conflictOf(error instanceof Error && error.cause ? error.cause : error);
}
