/** What a person wrote and said of others' writing: their copy of it, and its end. */
import { contributionReports, contributions, contributionVotes } from "@meridian/db/schema.ts";
import { asc, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { Contribution } from "../contract/contributions.ts";
import { votesChanged } from "../events.ts";
import { ratingChange, type Stars } from "../rules.ts";
import { tellRemoved } from "./own.ts";
import { addToRating } from "./rating.ts";
import { type Row, selectWhole, toContribution } from "./view.ts";

/** Oldest first. */
export async function listContributionsOf(
  ctx: ServiceContext,
  userId: string,
): Promise<Contribution[]> {
  const found = await selectWhole(ctx, eq(contributions.userId, userId)).orderBy(
    asc(contributions.id),
  );
  return found.map(toContribution);
}

export function listVotesOf({ db }: ServiceContext, userId: string) {
  return db
    .select({ contributionId: contributionVotes.contributionId, at: contributionVotes.createdAt })
    .from(contributionVotes)
    .where(eq(contributionVotes.userId, userId))
    .orderBy(asc(contributionVotes.createdAt), asc(contributionVotes.contributionId));
}

export function listReportsOf({ db }: ServiceContext, userId: string) {
  const { contributionId, reason, createdAt: at } = contributionReports;
  return db
    .select({ contributionId, reason, at })
    .from(contributionReports)
    .where(eq(contributionReports.userId, userId))
    .orderBy(asc(at), asc(contributionId));
}

/**
 * Removes what a person wrote, with the answers to their questions, and takes their votes and reports back.
 * @returns ids of what they wrote
 */
export async function eraseContributions(
  tx: TransactionContext,
  userId: string,
): Promise<string[]> {
  const rows = await lockTouched(tx, userId);
  const own = rows.filter((row) => row.userId === userId);
  const ownIds = new Set(own.map(({ id }) => id));
  const isGone = ({ id, questionId }: Row) => ownIds.has(id) || ownIds.has(questionId ?? "");
  await takeVotesBack(tx, userId);
  await tellRemoved(tx, rows.filter(isGone));
  await tx.db.delete(contributions).where(eq(contributions.userId, userId));
  await tx.db.delete(contributionReports).where(eq(contributionReports.userId, userId));
  // Products in one order, so that two who are erased never wait for each other in a circle.
  for (const [productId, change] of [...changesOf(own)].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await addToRating(tx, productId, change);
  return [...ownIds];
}

/** Everything that an erasure changes, in one order. */
function lockTouched({ db }: TransactionContext, userId: string): Promise<Row[]> {
  return db
    .select()
    .from(contributions)
    .where(
      sql`${contributions.userId} = ${userId}
        or ${contributions.questionId} in (select id from contribution own where own.user_id = ${userId})
        or ${contributions.id} in (select contribution_id from contribution_vote where user_id = ${userId})`,
    )
    .orderBy(asc(contributions.id))
    .for("update");
}

async function takeVotesBack(tx: TransactionContext, userId: string): Promise<void> {
  const changed = await statement<
    Pick<Row, "id" | "kind" | "productId" | "helpfulCount" | "votesVersion">
  >(
    tx.db,
    sql`with gone as (
          delete from contribution_vote where user_id = ${userId} returning contribution_id
        )
        update contribution set helpful_count = helpful_count - 1, votes_version = votes_version + 1
          from gone where contribution.id = gone.contribution_id
        returning contribution.id, kind, product_id as "productId", helpful_count as "helpfulCount",
          votes_version as "votesVersion"`,
  );
  await emit(
    tx,
    changed.map(({ id, votesVersion, ...data }) =>
      event(votesChanged, id, votesVersion, { contributionId: id, ...data }),
    ),
  );
}

function changesOf(own: readonly Row[]): Map<string, Stars> {
  const changes = new Map<string, Stars>();
  for (const row of own) {
    const { sum, count } = changes.get(row.productId) ?? { sum: 0, count: 0 };
    const change = ratingChange(row, null);
    changes.set(row.productId, { sum: sum + change.sum, count: count + change.count });
  }
  return changes;
}
