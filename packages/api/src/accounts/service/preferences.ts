/** What a user prefers, and has agreed to. A consent is a record: who, to which words, when; and it is never changed. */
import { regions, userPreferences } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";
import type { RegionId } from "../../catalog/contract.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { Currency } from "../../kernel/money.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type { Preferences, UpdatePreferences } from "../contract/preferences.ts";
import { findConsents, recordConsent, type Purpose } from "./consents.ts";
import { lockUser, requireUser } from "./user.ts";

export async function getPreferences(ctx: ServiceContext): Promise<Preferences> {
  return load(ctx, requireUser(ctx));
}

type Said = UpdatePreferences["marketing"];

/**
 * What is not named stays. A consent that says the same as the newest one is that one.
 * @throws precondition_failed `preferences.version_mismatch` {expected, actual}
 */
export async function updatePreferences(
  ctx: ServiceContext,
  { expectedVersion, marketing, surveys, ...input }: UpdatePreferences,
): Promise<Preferences> {
  return inTransaction(ctx, async (tx) => {
    const userId = await lockUser(tx);
    const before = await load(tx, userId);
    if (before.version !== expectedVersion) throw versionMismatch(expectedVersion, before);
    const { region = before.region, locale = before.locale } = input;
    const row = {
      regionId: region,
      locale,
      version: before.version + 1,
      updatedAt: tx.clock.now().toISOString(),
    };
    await tx.db
      .insert(userPreferences)
      .values({ userId, ...row })
      .onConflictDoUpdate({ target: userPreferences.userId, set: row });
    for (const [purpose, said] of Object.entries({ marketing, surveys }) as [Purpose, Said][])
      if (said !== undefined)
        await recordConsent(tx, { userId, purpose, before: before[purpose], ...said });
    return load(tx, userId);
  });
}

async function load(ctx: ServiceContext, userId: string): Promise<Preferences> {
  const [[row], consents] = await Promise.all([
    ctx.db
      .select({
        version: userPreferences.version,
        region: userPreferences.regionId,
        currency: regions.currency,
        locale: userPreferences.locale,
      })
      .from(userPreferences)
      .leftJoin(regions, eq(regions.id, userPreferences.regionId))
      .where(eq(userPreferences.userId, userId)),
    findConsents(ctx, userId),
  ]);
  return {
    version: row?.version ?? 1,
    region: (row?.region ?? null) as RegionId | null,
    currency: (row?.currency ?? null) as Currency | null,
    locale: row?.locale ?? null,
    marketing: consents.marketing ?? null,
    surveys: consents.surveys ?? null,
  };
}

function versionMismatch(expected: number, current: Preferences): DomainError {
  return new DomainError("precondition_failed", "preferences.version_mismatch", {
    message: "The preferences have changed since they were read.",
    details: { expected, actual: current.version },
    current,
  });
}
