/** What readers say of what others wrote: that it helped them, or that it should not be there. Once each. */
import {
  contributionReports,
  contributions,
  contributionVotes,
  products,
} from "@meridian/db/schema.ts";
import { and, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { GetContribution, Report, Vote } from "../contract/contributions.ts";
import { votesChanged } from "../events.ts";
import { lockContribution } from "./lock.ts";
import { notFound, ownOne } from "./refusals.ts";
import type { Row } from "./view.ts";
import { userIdOf } from "./who.ts";

/** Again changes nothing. @throws not_found `reviews.not_found`; conflict `reviews.own` {contributionId} */
export function addVote(ctx: ServiceContext, { contributionId }: GetContribution): Promise<Vote> {
  return inTransaction(ctx, async (tx) => {
    const { row, userId } = await lockOfAnother(tx, contributionId);
    const added = await tx.db
      .insert(contributionVotes)
      .values({ contributionId, userId, createdAt: tx.clock.now().toISOString() })
      .onConflictDoNothing()
      .returning();
    return { ...(await count(tx, row, added.length)), isHelpful: true };
  });
}

/** Again changes nothing. @throws as `addVote` */
export function removeVote(
  ctx: ServiceContext,
  { contributionId }: GetContribution,
): Promise<Vote> {
  return inTransaction(ctx, async (tx) => {
    const { row, userId } = await lockOfAnother(tx, contributionId);
    const gone = await tx.db
      .delete(contributionVotes)
      .where(
        and(
          eq(contributionVotes.contributionId, contributionId),
          eq(contributionVotes.userId, userId),
        ),
      )
      .returning();
    return { ...(await count(tx, row, -gone.length)), isHelpful: false };
  });
}

async function count(
  tx: TransactionContext,
  { id, kind, productId, helpfulCount: known }: Row,
  change: number,
): Promise<Omit<Vote, "isHelpful">> {
  if (change === 0) return { contributionId: id, helpfulCount: known };
  const [row] = await tx.db
    .update(contributions)
    .set({
      helpfulCount: sql`${contributions.helpfulCount} + ${change}`,
      votesVersion: sql`${contributions.votesVersion} + 1`,
    })
    .where(eq(contributions.id, id))
    .returning();
  if (row === undefined) throw new Error("a contribution is gone behind its lock");
  const { helpfulCount, votesVersion } = row;
  const data = { contributionId: id, kind, productId, helpfulCount };
  await emit(tx, [event(votesChanged, id, votesVersion, data)]);
  return { contributionId: id, helpfulCount };
}

/** It comes before a moderator, and stays public until then. @throws as `addVote` */
export function report(ctx: ServiceContext, { contributionId, reason }: Report): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { userId } = await lockOfAnother(tx, contributionId);
    const now = tx.clock.now().toISOString();
    await tx.db
      .insert(contributionReports)
      .values({ contributionId, userId, reason, createdAt: now })
      .onConflictDoUpdate({
        target: [contributionReports.contributionId, contributionReports.userId],
        set: { reason },
      });
    await tx.db
      .update(contributions)
      .set({ queuedAt: sql`coalesce(${contributions.queuedAt}, ${now})` })
      .where(eq(contributions.id, contributionId));
  });
}

/** Something public that somebody else wrote. */
async function lockOfAnother(
  tx: TransactionContext,
  contributionId: string,
): Promise<{ row: Row; userId: string }> {
  const userId = userIdOf(tx.actor) ?? "";
  const row = await lockContribution(tx, contributionId);
  if (row.state !== "published") throw notFound(contributionId);
  if (row.userId === userId) throw ownOne(contributionId);
  return { row, userId };
}

/** What of a product a user found helpful. */
export async function listVotesOn(
  { db }: ServiceContext,
  userId: string,
  handle: string,
): Promise<string[]> {
  const rows = await db
    .select({ id: contributionVotes.contributionId })
    .from(contributionVotes)
    .innerJoin(contributions, eq(contributions.id, contributionVotes.contributionId))
    .innerJoin(products, eq(products.id, contributions.productId))
    .where(and(eq(contributionVotes.userId, userId), eq(products.handle, handle)))
    .orderBy(contributionVotes.contributionId);
  return rows.map(({ id }) => id);
}
