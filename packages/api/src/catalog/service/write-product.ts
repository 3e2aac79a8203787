/** Adding, changing and removing products. How the tables are written is the database package's, for importers as well. */
import { deleteProduct } from "@meridian/db/catalog/delete-product.ts";
import { driverOf } from "@meridian/db/catalog/driver.ts";
import { findProducts, lockProduct } from "@meridian/db/catalog/find-products.ts";
import type { Shelf, StoredProduct } from "@meridian/db/catalog/product.ts";
import { writeProduct } from "@meridian/db/catalog/write-product.ts";
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type {
  AddProduct,
  ChangeProduct,
  ProductChange,
  ProductRecord,
  RemoveProduct,
} from "../contract/products.ts";
import { productChanged } from "../events.ts";
import { conflictOf } from "./conflict.ts";
import { planProduct } from "./plan-product.ts";
import { keysOf, productNotFound, toRecord } from "./product-record.ts";
import { listRegions } from "./regions.ts";

/**
 * @throws conflict `catalog.handle_taken` {handle}, `catalog.sku_taken` {sku}
 * @throws invalid `catalog.unknown_category`, `catalog.unknown_collection` {handles}; as `planProduct`
 */
export function addProduct(
  ctx: ServiceContext,
  { idempotencyKey: _idempotencyKey, ...wanted }: AddProduct,
): Promise<ProductRecord> {
  return inTransaction(ctx, async (tx) => (await write(tx, null, wanted)).record);
}

/**
 * Changes what is given and leaves the rest. A change that changes nothing leaves the version as it is.
 * @throws as `addProduct`; not_found `catalog.product_not_found` {handle}
 * @throws precondition_failed `catalog.version_mismatch` {expected, actual}, `current` is the product
 */
export function changeProduct(
  ctx: ServiceContext,
  { handle, newHandle, expectedVersion, ...wanted }: ChangeProduct,
): Promise<ProductRecord> {
  return inTransaction(ctx, async (tx) => {
    const before = await lock(tx, handle, expectedVersion);
    const change = { ...wanted, handle: newHandle ?? before.handle };
    return (await write(tx, before, change)).record;
  });
}

/**
 * Adds the product, or changes the one that has its handle: for files, whose rows say what is to be. Ids of variants that
 * the product does not have are another shop's, and say nothing here.
 * @throws as `addProduct`; invalid `catalog.incomplete` {missing} when it is new and lacks what a product needs
 */
export async function saveProduct(
  tx: TransactionContext,
  wanted: ProductChange & { handle: string },
): Promise<{ isChanged: boolean }> {
  const before = await lockProduct(driverOf(tx.db), { handles: [wanted.handle] });
  const missing = (["title", "variants"] as const).filter((part) => wanted[part] === undefined);
  if (before === null && missing.length > 0) {
    throw new DomainError("invalid", "catalog.incomplete", {
      message: "A new product needs a title and a variant.",
      details: { missing },
    });
  }
  const known = new Set(before?.variants.map(({ id }) => id));
  const variants = wanted.variants?.map(({ id, ...variant }) =>
    id !== undefined && known.has(id) ? { ...variant, id } : variant,
  );
  return await write(tx, before, { ...wanted, ...(variants && { variants }) });
}

/**
 * Takes a product out of the shop; its handle and its codes are free again. What was ordered stays in its orders; a cart
 * in which it lies says that it is not sold any more.
 * @throws not_found `catalog.product_not_found` {handle}; precondition_failed `catalog.version_mismatch`
 */
export function removeProduct(
  ctx: ServiceContext,
  { handle, expectedVersion }: RemoveProduct,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const before = await lock(tx, handle, expectedVersion);
    const version = await deleteProduct(driverOf(tx.db), before);
    await emit(tx, [
      event(productChanged, before.id, version, { productId: before.id, handle: before.handle }),
    ]);
  });
}

async function lock(
  tx: TransactionContext,
  key: string,
  expectedVersion: number,
): Promise<StoredProduct> {
  const found = await lockProduct(driverOf(tx.db), keysOf(key));
  if (!found) throw productNotFound(key);
  if (found.version !== expectedVersion) {
    throw new DomainError("precondition_failed", "catalog.version_mismatch", {
      message: "The product has changed since it was read.",
      details: { expected: expectedVersion, actual: found.version },
      current: await toRecord(tx, found),
    });
  }
  return found;
}

async function write(
  tx: TransactionContext,
  before: StoredProduct | null,
  wanted: ProductChange,
): Promise<{ record: ProductRecord; isChanged: boolean }> {
  const { items: regions } = await listRegions(tx);
  const categories = await findShelves(tx, "category", wanted.categories);
  const collections = await findShelves(tx, "collection", wanted.collections);
  const content = planProduct(before, wanted, { regions, categories, collections });
  const { id, handle } = content;
  const driver = driverOf(tx.db);
  const version = await writeProduct(driver, before, content, {
    reason: "counted",
    reference: id,
  }).catch((error: unknown) => {
    throw conflictOf(error);
  });
  const isChanged = version !== before?.version;
  if (isChanged) {
    const isRenamed = before !== null && before.handle !== handle;
    const renamed = isRenamed ? { formerHandle: before.handle } : {};
    await emit(tx, [event(productChanged, id, version, { productId: id, handle, ...renamed })]);
  }
  const [stored] = await findProducts(driver, { ids: [id] });
  if (!stored) throw new Error(`product ${id} is gone although it was written`);
  return { record: await toRecord(tx, stored), isChanged };
}

/** In the order in which they are shown. @throws invalid `catalog.unknown_category`, `catalog.unknown_collection` */
async function findShelves(
  tx: TransactionContext,
  kind: "category" | "collection",
  handles: readonly string[] | undefined,
): Promise<Shelf[] | undefined> {
  if (handles === undefined) return undefined;
  // Against their end meanwhile.
  const found = await statement<Shelf>(
    tx.db,
    sql`select id, handle from ${sql.identifier(kind)}
        where handle = any(${sql.param(handles)}::text[]) order by position, id for key share`,
  );
  const known = new Set(found.map(({ handle }) => handle));
  const unknown = handles.filter((handle) => !known.has(handle));
  if (unknown.length === 0) return found;
  throw new DomainError("invalid", `catalog.unknown_${kind}`, {
    message: `There is no such ${kind}.`,
    details: { handles: unknown },
  });
}
