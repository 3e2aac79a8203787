/** What promotions are called in other languages; carts are told at once, orders keep what they were told. */
import { promotions, promotionTranslations } from "@meridian/db/schema.ts";
import { and, asc, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type { GetPromotion, PromotionTranslations, SetPromotionTranslation } from "../contract.ts";
import { promotionChanged } from "../events.ts";
import { getPromotion } from "../service.ts";
import { versionMismatch } from "./refusals.ts";

/** @throws not_found `promotions.not_found` {promotionId} */
export async function getPromotionTranslations(
  ctx: ServiceContext,
  { promotionId }: GetPromotion,
): Promise<PromotionTranslations> {
  const { version } = await getPromotion(ctx, { promotionId });
  const items = await ctx.db
    .select({ language: promotionTranslations.language, title: promotionTranslations.title })
    .from(promotionTranslations)
    .where(eq(promotionTranslations.promotionId, promotionId))
    .orderBy(asc(promotionTranslations.language));
  return { promotionId, version, items };
}

/**
 * Compares as it writes: of several who saw the same version one wins.
 * @throws not_found `promotions.not_found`; precondition_failed `promotions.version_mismatch` {expected, actual}
 */
export function setPromotionTranslation(
  ctx: ServiceContext,
  { promotionId, language, title, expectedVersion }: SetPromotionTranslation,
): Promise<PromotionTranslations> {
  return inTransaction(ctx, async (tx) => {
    const [raised] = await tx.db
      .update(promotions)
      .set({ version: sql`${promotions.version} + 1`, updatedAt: tx.clock.now().toISOString() })
      .where(and(eq(promotions.id, promotionId), eq(promotions.version, expectedVersion)))
      .returning();
    if (raised === undefined)
      throw versionMismatch(expectedVersion, await getPromotion(tx, { promotionId }));
    const { version, code } = raised;
    await emit(tx, [event(promotionChanged, promotionId, version, { promotionId, code })]);
    const isIt = eq(promotionTranslations.promotionId, promotionId);
    await tx.db
      .delete(promotionTranslations)
      .where(and(isIt, eq(promotionTranslations.language, language)));
    if (title !== null)
      await tx.db.insert(promotionTranslations).values({ promotionId, language, title });
    return await getPromotionTranslations(tx, { promotionId });
  });
}
