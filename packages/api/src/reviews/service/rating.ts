/** The rating that lists and pages show stands on the product, and changes with the reviews that it is made of. */
import { products } from "@meridian/db/schema.ts";
import { eq, sql } from "drizzle-orm";
import { ratingOf } from "../../catalog/rules.ts";
import { emit, event } from "../../kernel/outbox.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { ratingChanged } from "../events.ts";
import type { Stars } from "../rules.ts";

/** Adds to a product's sum and count, in the transaction that makes it so. */
export async function addToRating(
  tx: TransactionContext,
  productId: string,
  { sum, count }: Stars,
): Promise<void> {
  if (sum === 0 && count === 0) return;
  const [row] = await tx.db
    .update(products)
    .set({
      ratingSum: sql`${products.ratingSum} + ${sum}`,
      ratingCount: sql`${products.ratingCount} + ${count}`,
      ratingVersion: sql`${products.ratingVersion} + 1`,
    })
    .where(eq(products.id, productId))
    .returning();
  if (row === undefined) throw new Error(`a review is of ${productId}, which is not there`);
  const rating = ratingOf(row.ratingSum, row.ratingCount);
  const { handle, ratingVersion } = row;
  const data = { productId, handle, average: rating?.average ?? null, count: rating?.count ?? 0 };
  await emit(tx, [event(ratingChanged, productId, ratingVersion, data)]);
}
