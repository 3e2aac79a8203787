/**
 * Promotions as staff manages them. What they take off is decided by the cart's rules; their uses are
 * counted in service/uses.ts. What a promotion takes off never changes: carts and orders were told it.
 */
import { promotions } from "@meridian/db/schema.ts";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import type { ServiceContext } from "../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import { DomainError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { emit, event } from "../kernel/outbox.ts";
import { inTransaction } from "../kernel/transaction.ts";
import {
  PromotionId,
  type CreatePromotion,
  type GetPromotion,
  type ListPromotions,
  type Promotion,
  type PromotionPage,
  type UpdatePromotion,
} from "./contract.ts";
import { promotionChanged, promotionCreated, promotionDeleted } from "./events.ts";
import {
  promotionNotFound,
  requireCode,
  requireInOrder,
  requireOneCurrency,
  versionMismatch,
} from "./service/refusals.ts";
import { toColumns, toPromotion } from "./service/view.ts";

/**
 * @throws conflict `promotions.code_taken` {code}
 * @throws invalid `promotions.code_required`, `promotions.currencies_differ`, `promotions.ends_before_start`
 */
export async function createPromotion(
  ctx: ServiceContext,
  input: CreatePromotion,
): Promise<Promotion> {
  requireCode(input);
  requireOneCurrency(input);
  const now = ctx.clock.now().toISOString();
  const { code = null, title, useLimit, useLimitPerEmail, endsAt, startsAt = now } = input;
  requireInOrder(startsAt, endsAt ?? null);
  return await inTransaction(ctx, async (tx) => {
    const id = newId("promo");
    const [row] = await tx.db
      .insert(promotions)
      .values({
        ...toColumns(input),
        id,
        code,
        title,
        useLimit,
        useLimitPerEmail,
        startsAt,
        endsAt,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: promotions.code })
      .returning();
    if (row === undefined) throw codeTaken(code ?? "");
    await emit(tx, [event(promotionCreated, id, 1, { promotionId: id, code })]);
    return toPromotion(row);
  });
}

/** @throws not_found `promotions.not_found` {promotionId} */
export async function getPromotion(
  ctx: ServiceContext,
  { promotionId }: GetPromotion,
): Promise<Promotion> {
  const [row] = await ctx.db.select().from(promotions).where(eq(promotions.id, promotionId));
  if (row === undefined) throw promotionNotFound(promotionId);
  return toPromotion(row);
}

/** Newest first. */
export async function listPromotions(
  ctx: ServiceContext,
  { limit, cursor }: ListPromotions,
): Promise<PromotionPage> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, z.tuple([PromotionId]));
  const rows = await ctx.db
    .select()
    .from(promotions)
    .where(after && lt(promotions.id, after[0]))
    .orderBy(desc(promotions.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(toPromotion);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

/**
 * Changes when and how often it can be used. A limit below what was used stops it.
 * @throws not_found `promotions.not_found`; precondition_failed `promotions.version_mismatch` {expected, actual}
 * @throws invalid `promotions.code_required`, `promotions.ends_before_start`
 */
export async function updatePromotion(
  ctx: ServiceContext,
  { promotionId, expectedVersion, ...fields }: UpdatePromotion,
): Promise<Promotion> {
  return await inTransaction(ctx, async (tx) => {
    const [before] = await tx.db
      .select()
      .from(promotions)
      .where(eq(promotions.id, promotionId))
      .for("update");
    if (before === undefined) throw promotionNotFound(promotionId);
    if (before.version !== expectedVersion)
      throw versionMismatch(expectedVersion, toPromotion(before));
    requireCode({ ...fields, code: before.code });
    const { startsAt = before.startsAt, endsAt = before.endsAt } = fields;
    requireInOrder(startsAt, endsAt);
    const [row] = await tx.db
      .update(promotions)
      .set({
        ...fields,
        version: sql`${promotions.version} + 1`,
        updatedAt: tx.clock.now().toISOString(),
      })
      .where(and(eq(promotions.id, promotionId), eq(promotions.version, expectedVersion)))
      .returning();
    if (row === undefined) throw promotionNotFound(promotionId);
    const { code, version } = row;
    await emit(tx, [event(promotionChanged, promotionId, version, { promotionId, code })]);
    return toPromotion(row);
  });
}

/**
 * Takes it out of every cart; orders keep what they were told. To stop one and keep its uses, make it inactive.
 * @throws not_found `promotions.not_found` {promotionId}
 */
export async function deletePromotion(
  ctx: ServiceContext,
  { promotionId }: GetPromotion,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [row] = await tx.db.delete(promotions).where(eq(promotions.id, promotionId)).returning();
    if (row === undefined) throw promotionNotFound(promotionId);
    const { code, version } = row;
    await emit(tx, [event(promotionDeleted, promotionId, version + 1, { promotionId, code })]);
  });
}

function codeTaken(code: string): DomainError {
  return new DomainError("conflict", "promotions.code_taken", {
    message: "Another promotion has this code.",
    details: { code },
    errors: [{ pointer: "/code", message: "is taken" }],
  });
}
