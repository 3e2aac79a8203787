/** Setting prices of many variants at once: each is set or refused by itself, a product changes once. */
import { driverOf } from "@meridian/db/catalog/driver.ts";
import { removePrices, writePrices, type PriceRow } from "@meridian/db/catalog/write-prices.ts";
import { refreshProducts } from "@meridian/db/catalog-writer.ts";
import { sql } from "drizzle-orm";
import { type BatchAnswer, toBatchAnswer } from "../../kernel/batch.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { Region } from "../contract.ts";
import type { PriceItem, SetPrices } from "../contract/prices.ts";
import { productChanged } from "../events.ts";
import { listRegions } from "./regions.ts";

export function setPrices(ctx: ServiceContext, { items }: SetPrices): Promise<BatchAnswer> {
  return inTransaction(ctx, async (tx) => toBatchAnswer(await changePrices(tx, items)));
}

type Priced = {
  variantId: string;
  productId: string;
  handle: string;
  version: number;
  prices: Record<string, [number, number | null]>;
};

/**
 * In as many statements for a thousand as for one. Products are locked in the order of their ids.
 * @returns for each the version of its product, or its refusal: not_found `catalog.variant_not_found`,
 *   precondition_failed `catalog.version_mismatch`, invalid `catalog.wrong_currency`, `catalog.compare_at_below_price`
 */
export async function changePrices(
  tx: TransactionContext,
  items: readonly PriceItem[],
): Promise<({ version: number; isChanged: boolean } | DomainError)[]> {
  const { items: regions } = await listRegions(tx);
  const variants = await lockPriced(tx, [...new Set(items.map(({ variantId }) => variantId))]);
  const refused = items.map((item) => refusalOf(item, variants.get(item.variantId), regions));
  const changes = items.filter((item, index) => {
    const before = variants.get(item.variantId);
    return refused[index] === undefined && before !== undefined && !isSame(item, before);
  });
  const changing = new Set(changes);
  const changed = await write(tx, changes, variants);
  return items.map((item, index) => {
    const { variantId } = item;
    const refusal = refused[index];
    const before = variants.get(variantId);
    if (refusal !== undefined || before === undefined) return refusal ?? variantNotFound(variantId);
    const version = before.version + (changed.has(before.productId) ? 1 : 0);
    return { version, isChanged: changing.has(item) };
  });
}

/** Sent one after the other: what decides is read behind the lock. */
async function lockPriced(
  tx: TransactionContext,
  variantIds: readonly string[],
): Promise<Map<string, Priced>> {
  const ids = sql.param(variantIds);
  await statement(
    tx.db,
    sql`select from product where id in (select product_id from variant where id = any(${ids}::text[]))
        order by id for no key update`,
  );
  const rows = await statement<Priced>(
    tx.db,
    sql`select v.id as "variantId", p.id as "productId", p.handle, p.version,
          (select coalesce(json_object_agg(pr.region_id,
             json_build_array(pr.amount_minor, pr.compare_at_minor)), '{}')
           from price pr where pr.variant_id = v.id) as prices
        from variant v join product p on p.id = v.product_id
        where v.id = any(${ids}::text[]) and p.status <> 'deleted'`,
  );
  return new Map(rows.map((row) => [row.variantId, row]));
}

function refusalOf(
  { variantId, region, price, compareAt, expectedVersion }: PriceItem,
  before: Priced | undefined,
  regions: readonly Region[],
): DomainError | undefined {
  if (before === undefined) return variantNotFound(variantId);
  if (expectedVersion !== undefined && expectedVersion !== before.version) {
    return new DomainError("precondition_failed", "catalog.version_mismatch", {
      message: "The product has changed since it was read.",
      details: { expected: expectedVersion, actual: before.version },
      current: { version: before.version },
    });
  }
  if (price === null) return undefined;
  const currency = regions.find(({ id }) => id === region)?.currency;
  if (price.currency !== currency || (compareAt && compareAt.currency !== currency)) {
    return new DomainError("invalid", "catalog.wrong_currency", {
      message: "A price is in the currency of its region.",
      details: { region, currency },
    });
  }
  if (compareAt && compareAt.amountMinor < price.amountMinor) {
    return new DomainError("invalid", "catalog.compare_at_below_price", {
      message: "What it cost before is less than what it costs.",
      details: { region },
    });
  }
  return undefined;
}

function isSame({ region, price, compareAt }: PriceItem, { prices }: Priced): boolean {
  const before = prices[region];
  if (price === null || before === undefined) return price === null && before === undefined;
  return before[0] === price.amountMinor && before[1] === (compareAt?.amountMinor ?? null);
}

/** Returns the products that changed. */
async function write(
  tx: TransactionContext,
  changes: readonly PriceItem[],
  variants: ReadonlyMap<string, Priced>,
): Promise<Set<string>> {
  const products = new Map(
    changes.flatMap(({ variantId }) => {
      const variant = variants.get(variantId);
      return variant === undefined ? [] : [[variant.productId, variant] as const];
    }),
  );
  if (products.size === 0) return new Set();
  const set: PriceRow[] = [];
  const unset: PriceItem[] = [];
  for (const change of changes) {
    const { variantId, region, price, compareAt } = change;
    if (price === null) unset.push(change);
    else {
      const compareAtMinor = compareAt?.amountMinor ?? null;
      set.push({ variantId, region, amountMinor: price.amountMinor, compareAtMinor });
    }
  }
  const ids = [...products.keys()];
  const driver = driverOf(tx.db);
  await writePrices(driver, set);
  await removePrices(driver, unset);
  await statement(
    tx.db,
    sql`update product set version = version + 1, updated_at = now()
        where id = any(${sql.param(ids)}::text[])`,
  );
  await refreshProducts(tx.db, ids);
  await emit(
    tx,
    [...products.values()].map(({ productId, handle, version }) =>
      event(productChanged, productId, version + 1, { productId, handle }),
    ),
  );
  return new Set(ids);
}

function variantNotFound(variantId: string): DomainError {
  return new DomainError("not_found", "catalog.variant_not_found", {
    message: "There is no such product variant.",
    details: { variantId },
  });
}
