/** One category: read, added, changed, removed. Products that move by it say so. */
import { categories } from "@meridian/db/schema.ts";
import { eq, getTableColumns, sql } from "drizzle-orm";
import type { ServiceContext } from "../../../kernel/context.ts";
import { DomainError } from "../../../kernel/errors.ts";
import { newId } from "../../../kernel/ids.ts";
import { statement } from "../../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../../kernel/transaction.ts";
import type {
  AddCategory,
  CategoryRecord,
  ChangeCategory,
  GetShelf,
  RemoveShelf,
} from "../../contract/shelves.ts";
import { productsIn, tellOfProducts } from "./moved-products.ts";
import { found, requireVersion, rethrow, tooDeep } from "./refusals.ts";
import { tellOfShelf } from "./tell-of-shelf.ts";

/** @throws not_found `catalog.category_not_found` {handle} */
export async function getCategory(
  { db }: ServiceContext,
  { handle }: GetShelf,
): Promise<CategoryRecord> {
  const [row] = await db.select(family).from(categories).where(eq(categories.handle, handle));
  const category = found(row, "category", handle);
  return toCategory(category, category.parent);
}

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
    const added = found(row, "category", fields.handle);
    await tellOfShelf(tx, "category", added);
    return toCategory(added, parent);
  });
}

/**
 * Changes what is given. Under another parent, its products are found there as well.
 * @throws not_found `catalog.category_not_found`; invalid `catalog.unknown_category`, `catalog.category_too_deep`
 * @throws precondition_failed `catalog.version_mismatch`
 */
export function changeCategory(
  ctx: ServiceContext,
  { handle, expectedVersion, parent, ...fields }: ChangeCategory,
): Promise<CategoryRecord> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockCategory(tx, handle, expectedVersion);
    const parentId = await planParent(tx, before, parent);
    const [row] = await tx.db
      .update(categories)
      .set({ ...fields, parentId, version: sql`${categories.version} + 1` })
      .where(eq(categories.id, before.id))
      .returning();
    if (parentId !== before.parentId) {
      await tellOfProducts(tx, await productsIn(tx, "category", before.id));
    }
    const after = found(row, "category", handle);
    await tellOfShelf(tx, "category", after);
    return toCategory(after, parent === undefined ? before.parent : parent);
  });
}

/**
 * Its products stay, in their other categories.
 * @throws not_found `catalog.category_not_found`; conflict `catalog.category_has_children` {children}
 * @throws precondition_failed `catalog.version_mismatch`
 */
export function removeCategory(
  ctx: ServiceContext,
  { handle, expectedVersion }: RemoveShelf,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { id, version, children } = await lockCategory(tx, handle, expectedVersion);
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
    await tellOfShelf(tx, "category", { id, handle, version: version + 1 });
  });
}

/** A category with the handles of those above and below it. */
const family = {
  ...getTableColumns(categories),
  parent: sql<
    string | null
  >`(select handle from category above where above.id = category.parent_id)`,
  children: sql<string[]>`array(select below.handle from category below
    where below.parent_id = category.id order by below.position, below.id)`,
};
type Row = typeof categories.$inferSelect;
type Family = Row & { parent: string | null; children: string[] };

async function lockCategory(
  tx: TransactionContext,
  handle: string,
  expectedVersion: number,
): Promise<Family> {
  const [row] = await tx.db
    .select(family)
    .from(categories)
    .where(eq(categories.handle, handle))
    .for("update");
  const before = found(row, "category", handle);
  requireVersion("category", expectedVersion, toCategory(before, before.parent));
  return before;
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
  before: Family,
  parent: string | null | undefined,
): Promise<string | null> {
  if (parent === undefined) return before.parentId;
  if (parent === null) return null;
  const id = await requireTop(tx, parent);
  if (before.children.length > 0 || id === before.id) throw tooDeep(parent);
  return id;
}

function toCategory(row: Row, parent: string | null): CategoryRecord {
  const { id, version, handle, title, description, position, hue, imageSrc } = row;
  return { id, version, handle, title, description, position, hue, imageSrc, parent };
}
