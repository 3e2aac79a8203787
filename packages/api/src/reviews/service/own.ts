/** What is one's own: to see in whatever state it is, to change, to take away. */
import { contributions, products } from "@meridian/db/schema.ts";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import type { ServiceContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import { ContributionId } from "../contract.ts";
import type {
  ChangeContribution,
  Contribution,
  GetContribution,
  ListOwn,
  OwnPage,
  RemoveContribution,
} from "../contract/contributions.ts";
import { contributionChanged, contributionRemoved } from "../events.ts";
import { ratingChange } from "../rules.ts";
import { lockContribution, requireVersion } from "./lock.ts";
import { addToRating } from "./rating.ts";
import { notAReview, notFound } from "./refusals.ts";
import { getWhole, type Row, selectWhole, toContribution } from "./view.ts";
import { listVotesOn } from "./votes.ts";
import { isModerator, userIdOf } from "./who.ts";

/**
 * One's own, or any to a moderator.
 * @throws not_found `reviews.not_found` {contributionId}
 */
export async function getContribution(
  ctx: ServiceContext,
  { contributionId }: GetContribution,
): Promise<Contribution> {
  const { row, view } = await getWhole(ctx, contributionId);
  if (!mayHandle(ctx, row)) throw notFound(contributionId);
  return view;
}

function mayHandle({ actor }: ServiceContext, { userId }: Row): boolean {
  return isModerator(actor) || isWriter(actor, userId);
}

function isWriter(actor: ServiceContext["actor"], userId: string | null): boolean {
  return userId !== null && userId === userIdOf(actor);
}

/** Newest first. */
export async function listOwn(ctx: ServiceContext, input: ListOwn): Promise<OwnPage> {
  const { handle, limit, cursor } = input;
  const userId = userIdOf(ctx.actor) ?? "";
  const after = cursor === undefined ? undefined : decodeCursor(cursor, z.tuple([ContributionId]));
  const found = await selectWhole(
    ctx,
    and(
      eq(contributions.userId, userId),
      handle === undefined ? undefined : eq(products.handle, handle),
      after && lt(contributions.id, after[0]),
    ),
  )
    .orderBy(desc(contributions.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(toContribution);
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null,
    helpful: handle === undefined ? [] : await listVotesOn(ctx, userId, handle),
  };
}

/**
 * It waits for a moderator again, and counts in no rating until then.
 * @throws not_found `reviews.not_found`; invalid `reviews.not_a_review` {contributionId}
 * @throws precondition_failed `reviews.version_mismatch` {expected, actual}
 */
export function changeContribution(
  ctx: ServiceContext,
  { contributionId, expectedVersion, ...fields }: ChangeContribution,
): Promise<Contribution> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockContribution(tx, contributionId);
    if (!isWriter(tx.actor, before.userId)) throw notFound(contributionId);
    await requireVersion(tx, before, expectedVersion);
    const hasStars = fields.rating !== undefined || fields.title !== undefined;
    if (hasStars && before.kind !== "review") throw notAReview(contributionId);
    const now = tx.clock.now().toISOString();
    await tx.db
      .update(contributions)
      .set({
        ...fields,
        state: "pending",
        rejectedFor: null,
        rejectionNote: null,
        queuedAt: now,
        version: sql`${contributions.version} + 1`,
        updatedAt: now,
      })
      .where(eq(contributions.id, contributionId));
    const { kind, productId, version } = before;
    await addToRating(tx, productId, ratingChange(before, null));
    await emit(tx, [
      event(contributionChanged, contributionId, version + 1, { contributionId, kind, productId }),
    ]);
    return (await getWhole(tx, contributionId)).view;
  });
}

/**
 * By its writer, or by a moderator. A question takes its answers along.
 * @throws as `changeContribution`
 */
export function removeContribution(
  ctx: ServiceContext,
  { contributionId, expectedVersion }: RemoveContribution,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockContribution(tx, contributionId);
    if (!mayHandle(tx, before)) throw notFound(contributionId);
    await requireVersion(tx, before, expectedVersion);
    await tellRemoved(tx, [before, ...(await lockAnswers(tx, contributionId))]);
    await tx.db.delete(contributions).where(eq(contributions.id, contributionId));
    await addToRating(tx, before.productId, ratingChange(before, null));
  });
}

function lockAnswers({ db }: TransactionContext, questionId: string): Promise<Row[]> {
  return db
    .select()
    .from(contributions)
    .where(eq(contributions.questionId, questionId))
    .orderBy(contributions.id)
    .for("update");
}

export async function tellRemoved(tx: TransactionContext, rows: readonly Row[]): Promise<void> {
  await emit(
    tx,
    rows.map(({ id, kind, productId, version }) =>
      event(contributionRemoved, id, version + 1, { contributionId: id, kind, productId }),
    ),
  );
}
