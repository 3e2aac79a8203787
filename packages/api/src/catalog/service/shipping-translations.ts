/**
 * What ways to ship are called in other languages. No event tells of them, as of no region: carts and checkouts hear of it
 * within half a minute, orders keep what they were told.
 */
import { shippingOptions, shippingOptionTranslations } from "@meridian/db/schema.ts";
import { and, eq } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type {
  GetShippingTranslation,
  SetShippingTranslation,
  ShippingTranslation,
} from "../contract/translations.ts";

/** @throws not_found `catalog.shipping_option_not_found` {region, shippingOptionId} */
export async function getShippingTranslation(
  ctx: ServiceContext,
  input: GetShippingTranslation,
): Promise<ShippingTranslation> {
  await requireShippingOption(ctx, input);
  const [row] = await ctx.db
    .select({ label: shippingOptionTranslations.label })
    .from(shippingOptionTranslations)
    .where(wordsOf(input));
  const { region, shippingOptionId, language } = input;
  return { region, shippingOptionId, language, label: row?.label ?? null };
}

/** In place of what it was called before. @throws as {@link getShippingTranslation} */
export function setShippingTranslation(
  ctx: ServiceContext,
  { label, ...input }: SetShippingTranslation,
): Promise<ShippingTranslation> {
  return inTransaction(ctx, async (tx) => {
    await requireShippingOption(tx, input);
    const { region: regionId, shippingOptionId: optionId, language } = input;
    if (label === null) await tx.db.delete(shippingOptionTranslations).where(wordsOf(input));
    else
      await tx.db
        .insert(shippingOptionTranslations)
        .values({ regionId, optionId, language, label })
        .onConflictDoUpdate({
          target: [
            shippingOptionTranslations.regionId,
            shippingOptionTranslations.optionId,
            shippingOptionTranslations.language,
          ],
          set: { label },
        });
    return { ...input, label };
  });
}

async function requireShippingOption(
  { db }: ServiceContext,
  { region, shippingOptionId }: GetShippingTranslation,
): Promise<void> {
  const [found] = await db
    .select({ id: shippingOptions.id })
    .from(shippingOptions)
    .where(and(eq(shippingOptions.regionId, region), eq(shippingOptions.id, shippingOptionId)));
  if (found) return;
  throw new DomainError("not_found", "catalog.shipping_option_not_found", {
    message: "The region has no way to ship with this id.",
    details: { region, shippingOptionId },
  });
}

function wordsOf({ region, shippingOptionId, language }: GetShippingTranslation) {
  const words = shippingOptionTranslations;
  return and(
    eq(words.regionId, region),
    eq(words.optionId, shippingOptionId),
    eq(words.language, language),
  );
}
