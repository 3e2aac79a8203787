/**
 * What options and their values are called in other languages, in the whole shop. No event tells of them: answers are some
 * seconds old.
 */
import { optionTranslations, productOptions } from "@meridian/db/schema.ts";
import { and, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type {
  GetOptionTranslation,
  OptionTranslation,
  SetOptionTranslation,
} from "../contract/translations.ts";

/** The option's own name has this value. */
const itself = "";

/** @throws not_found `catalog.option_not_found` {name} when no product has it */
export async function getOptionTranslation(
  ctx: ServiceContext,
  { name, language }: GetOptionTranslation,
): Promise<OptionTranslation> {
  await requireOption(ctx, name);
  const rows = await ctx.db
    .select({ value: optionTranslations.value, label: optionTranslations.label })
    .from(optionTranslations)
    .where(wordsOf({ name, language }))
    .orderBy(optionTranslations.value);
  const label = rows.find(({ value }) => value === itself)?.label ?? null;
  const values = rows.filter(({ value }) => value !== itself);
  return {
    name,
    language,
    label,
    values: Object.fromEntries(values.map((row) => [row.value, row.label])),
  };
}

/** Puts all words of an option in a language in place of those before. @throws as {@link getOptionTranslation} */
export function setOptionTranslation(
  ctx: ServiceContext,
  { name, language, label, values }: SetOptionTranslation,
): Promise<OptionTranslation> {
  return inTransaction(ctx, async (tx) => {
    await requireOption(tx, name);
    await tx.db.delete(optionTranslations).where(wordsOf({ name, language }));
    const told = label === null ? values : { [itself]: label, ...values };
    const rows = Object.entries(told).map(([value, words]) => ({
      name,
      language,
      value,
      label: words,
    }));
    if (rows.length > 0)
      await tx.db
        .insert(optionTranslations)
        .values(rows.toSorted((x, y) => (x.value < y.value ? -1 : 1)))
        .onConflictDoUpdate({
          target: [optionTranslations.language, optionTranslations.name, optionTranslations.value],
          set: { label: sql`excluded.label` },
        });
    return await getOptionTranslation(tx, { name, language });
  });
}

async function requireOption(ctx: ServiceContext, name: string): Promise<void> {
  const [found] = await ctx.db
    .select({ name: productOptions.name })
    .from(productOptions)
    .where(eq(productOptions.name, name))
    .limit(1);
  if (found) return;
  throw new DomainError("not_found", "catalog.option_not_found", {
    message: "No product has an option of this name.",
    details: { name },
  });
}

function wordsOf({ name, language }: GetOptionTranslation) {
  return and(eq(optionTranslations.name, name), eq(optionTranslations.language, language));
}
