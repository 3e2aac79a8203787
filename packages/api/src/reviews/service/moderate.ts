/** What waits for a moderator, and what they decide. A rating changes in the transaction of the decision. */
import { contributionReports, contributions } from "@meridian/db/schema.ts";
import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { ServiceContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { Instant } from "../../kernel/instant.ts";
import { emit, event, type NewEvent } from "../../kernel/outbox.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import { type Concern, ContributionId } from "../contract.ts";
import type { Contribution } from "../contract/contributions.ts";
import type { Decide, Decision, ListQueue, Queue } from "../contract/moderation.ts";
import { contributionPublished, contributionRejected } from "../events.ts";
import { ratingChange } from "../rules.ts";
import { lockContribution, requireVersion } from "./lock.ts";
import { addToRating } from "./rating.ts";
import { getWhole, type Row, selectWhole, toContribution } from "./view.ts";

const Position = z.tuple([Instant, ContributionId]);

/** Who waits longest comes first. */
export async function listQueue(
  ctx: ServiceContext,
  { kind, limit, cursor }: ListQueue,
): Promise<Queue> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, Position);
  const found = await selectWhole(
    ctx,
    and(
      isNotNull(contributions.queuedAt),
      kind && eq(contributions.kind, kind),
      after &&
        sql`(${contributions.queuedAt}, ${contributions.id}) > (${after[0]}::timestamptz, ${after[1]})`,
    ),
  )
    .orderBy(asc(contributions.queuedAt), asc(contributions.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const reports = await readReports(
    ctx,
    shown.map(({ row }) => row.id),
  );
  const items = shown.map((one) => ({
    ...toContribution(one),
    queuedAt: one.row.queuedAt ?? one.row.updatedAt,
    reports: reports.get(one.row.id) ?? [],
  }));
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last ? encodeCursor([last.queuedAt, last.id]) : null,
  };
}

/** So many of each are shown. */
const shownReports = 20;

async function readReports(
  { db }: ServiceContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Concern[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: contributionReports.contributionId,
      reasons: sql<Concern[]>`(array_agg(${contributionReports.reason}
        order by ${contributionReports.createdAt}))[:${sql.raw(String(shownReports))}]`,
    })
    .from(contributionReports)
    .where(inArray(contributionReports.contributionId, ids))
    .groupBy(contributionReports.contributionId);
  return new Map(rows.map(({ id, reasons }) => [id, reasons]));
}

/**
 * Publishes or refuses what was read, also what was decided otherwise before. Reports of it are settled by that.
 * @throws not_found `reviews.not_found` {contributionId}
 * @throws precondition_failed `reviews.version_mismatch` {expected, actual}: its writer has changed it meanwhile
 */
export function decide(
  ctx: ServiceContext,
  { contributionId, decision, expectedVersion }: Decide,
): Promise<Contribution> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockContribution(tx, contributionId);
    await requireVersion(tx, before, expectedVersion);
    const now = tx.clock.now().toISOString();
    const [after] = await tx.db
      .update(contributions)
      .set({
        ...outcomeOf(decision),
        publishedAt: before.publishedAt ?? (decision.type === "publish" ? now : null),
        queuedAt: null,
        version: sql`${contributions.version} + 1`,
        updatedAt: now,
      })
      .where(eq(contributions.id, contributionId))
      .returning();
    if (after === undefined) throw new Error("a contribution is gone behind its lock");
    await settleReports(tx, contributionId);
    await addToRating(tx, after.productId, ratingChange(before, after));
    await emit(tx, [told(after, decision)]);
    return (await getWhole(tx, contributionId)).view;
  });
}

function outcomeOf(decision: Decision) {
  return decision.type === "publish"
    ? ({ state: "published", rejectedFor: null, rejectionNote: null } as const)
    : ({
        state: "rejected",
        rejectedFor: decision.reason,
        rejectionNote: decision.note ?? null,
      } as const);
}

async function settleReports({ db }: TransactionContext, contributionId: string): Promise<void> {
  await db
    .delete(contributionReports)
    .where(eq(contributionReports.contributionId, contributionId));
}

function told({ id, kind, productId, version }: Row, decision: Decision): NewEvent {
  const data = { contributionId: id, kind, productId };
  return decision.type === "publish"
    ? event(contributionPublished, id, version, data)
    : event(contributionRejected, id, version, { ...data, reason: decision.reason });
}
