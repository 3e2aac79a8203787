/** What users agreed to. The newest word on a purpose counts; none is a no. */
import type { Executor } from "@meridian/db/client.ts";
import { consents, userPreferences } from "@meridian/db/schema.ts";
import { eq, sql, type SQL } from "drizzle-orm";
import { statement } from "../../kernel/statement.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import type { NewMail } from "../../kernel/mail.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { Consent } from "../contract/preferences.ts";

export type Purpose = (typeof consents.$inferSelect)["purpose"];

/** For a where clause: whether the user, a column or a value, agrees at present. */
export function consentGiven(userId: SQL, purpose: Purpose): SQL {
  return sql`coalesce((
    select consent.is_given from consent
    where consent.user_id = ${userId} and consent.purpose = ${purpose}
    order by consent.id desc limit 1), false)`;
}

const told = {
  purpose: consents.purpose,
  isGiven: consents.isGiven,
  textVersion: consents.textVersion,
  at: consents.at,
};

/** Every word, the oldest first. */
export function listConsents({ db }: ServiceContext, userId: string) {
  return db.select(told).from(consents).where(eq(consents.userId, userId)).orderBy(consents.id);
}

/** The newest of each purpose. */
export async function findConsents(
  { db }: ServiceContext,
  userId: string,
): Promise<Partial<Record<Purpose, Consent>>> {
  const rows = await db
    .selectDistinctOn([consents.purpose], told)
    .from(consents)
    .where(eq(consents.userId, userId))
    .orderBy(consents.purpose, sql`${consents.id} desc`);
  return Object.fromEntries(rows.map(({ purpose, ...consent }) => [purpose, consent]));
}

/** One that says the same as the newest is that one. The caller has locked the user. */
export async function recordConsent(
  { db, clock }: TransactionContext,
  { userId, purpose, before, isGiven, textVersion }: NewConsent,
): Promise<void> {
  if (before?.isGiven === isGiven && before.textVersion === textVersion) return;
  const at = clock.now().toISOString();
  await db.insert(consents).values({ userId, purpose, isGiven, textVersion, at });
  if (!isGiven) await dropMails(db, userId, purpose);
}

const templates: Record<Purpose, NewMail["template"][]> = { marketing: [], surveys: ["survey"] };

/** What waits to be sent, for days where the mail server is away, is not sent any more. */
async function dropMails(db: Executor, userId: string, purpose: Purpose): Promise<void> {
  await statement(
    db,
    sql`delete from mail using "user"
        where "user".id = ${userId} and recipient = "user".email
          and template = any(${sql.param(templates[purpose])}::text[])`,
  );
}

type NewConsent = Omit<Consent, "at"> & {
  userId: string;
  purpose: Purpose;
  before: Consent | null | undefined;
};

/** By who is not signed in, with a link that only the user got. @returns whether it was given until now */
export async function takeBackConsent(
  tx: TransactionContext,
  userId: string,
  purpose: Purpose,
): Promise<boolean> {
  await statement(tx.db, sql`select 1 from "user" where id = ${userId} for no key update`);
  const { [purpose]: before } = await findConsents(tx, userId);
  if (before === undefined || !before.isGiven) return false;
  const { textVersion } = before;
  await recordConsent(tx, { userId, purpose, before, isGiven: false, textVersion });
  const updatedAt = tx.clock.now().toISOString();
  await tx.db
    .insert(userPreferences)
    .values({ userId, version: 2, updatedAt })
    .onConflictDoUpdate({
      target: userPreferences.userId,
      set: { version: sql`${userPreferences.version} + 1`, updatedAt },
    });
  return true;
}
