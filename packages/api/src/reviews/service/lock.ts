import { contributions } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { notFound, versionMismatch } from "./refusals.ts";
import { getWhole, type Row } from "./view.ts";

/** Changes of one come one after the other. @throws not_found `reviews.not_found` {contributionId} */
export async function lockContribution(
  { db }: TransactionContext,
  contributionId: string,
): Promise<Row> {
  const [row] = await db
    .select()
    .from(contributions)
    .where(eq(contributions.id, contributionId))
    .for("update");
  if (row === undefined) throw notFound(contributionId);
  return row;
}

/** @throws precondition_failed `reviews.version_mismatch` {expected, actual} */
export async function requireVersion(
  tx: TransactionContext,
  { id, version }: Row,
  expected: number,
): Promise<void> {
  if (version !== expected) throw versionMismatch(expected, (await getWhole(tx, id)).view);
}
