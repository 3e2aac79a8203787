/**
 * The idempotency keys as rows: claimed by one runner at a time, answered once, kept a day. The
 * claim is one statement, so two callers with one key can't both run. All times are the database's.
 */
import type { Executor } from "@meridian/db/client.ts";
import { idempotencyKeys } from "@meridian/db/schema.ts";
import { and, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";
import { DomainError, statusByKind } from "../errors.ts";
import type { Answer } from "./answer.ts";

/** `scope`: the procedure and the caller; the same key of two callers is two keys. */
export type Key = { scope: string; key: string; fingerprint: string };

/** The right to run. `lockedUntil` is its fence: after a take-over the old runner writes nothing. */
export type Claim = Key & { lockedUntil: string };

export type ClaimResult =
  | { state: "claimed"; claim: Claim }
  | { state: "answered"; answer: Answer }
  | { state: "running" };

/**
 * Takes the key when it is new, expired, or was left behind by a runner whose lock ran out.
 * @throws invalid `idempotency.key_reused` when it was used with another input.
 */
export async function claimKey(db: Executor, key: Key, lockMs: number): Promise<ClaimResult> {
  const now = sql`clock_timestamp()`;
  const [claimed] = await db
    .insert(idempotencyKeys)
    .values({
      ...key,
      lockedUntil: sql`${now} + make_interval(secs => ${lockMs / 1000})`,
      expiresAt: sql`${now} + interval '24 hours'`,
    })
    .onConflictDoUpdate({
      target: [idempotencyKeys.scope, idempotencyKeys.key],
      set: {
        fingerprint: sql`excluded.fingerprint`,
        state: "running",
        status: null,
        body: null,
        lockedUntil: sql`excluded.locked_until`,
        expiresAt: sql`excluded.expires_at`,
      },
      setWhere: sql`${idempotencyKeys.expiresAt} <= ${now} or (${idempotencyKeys.state} = 'running'
        and ${idempotencyKeys.lockedUntil} <= ${now} and ${idempotencyKeys.fingerprint} = excluded.fingerprint)`,
    })
    .returning({ lockedUntil: idempotencyKeys.lockedUntil });
  if (claimed !== undefined) return { state: "claimed", claim: { ...key, ...claimed } };
  return await readKey(db, key);
}

async function readKey(db: Executor, key: Key): Promise<ClaimResult> {
  const [row] = await db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, key.scope), eq(idempotencyKeys.key, key.key)));
  // Gone between the two statements: its runner gave it back, and the caller asks again.
  if (row === undefined) return { state: "running" };
  if (row.fingerprint !== key.fingerprint) {
    throw new DomainError("invalid", "idempotency.key_reused", {
      message: "This Idempotency-Key was used with another request. Make a new key.",
    });
  }
  if (row.state === "running") return { state: "running" };
  return { state: "answered", answer: row.body as Answer };
}

/** Keeps the answer for whoever asks again. */
export async function answerKey(db: Executor, claim: Claim, answer: Answer): Promise<boolean> {
  const status = answer.isSuccess ? 200 : statusByKind[answer.kind];
  const answered = await db
    .update(idempotencyKeys)
    .set({ state: "done", status, body: answer })
    .where(own(claim))
    .returning({ key: idempotencyKeys.key });
  return answered.length > 0;
}

/** Lets the same request run again at once: what it answered was not the last word. */
export async function unlockKey(db: Executor, claim: Claim): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set({ lockedUntil: sql`clock_timestamp()` })
    .where(own(claim));
}

/** Forgets the key: nothing had begun. */
export async function dropKey(db: Executor, claim: Claim): Promise<void> {
  await db.delete(idempotencyKeys).where(own(claim));
}

function own({ scope, key, lockedUntil }: Claim) {
  return and(
    eq(idempotencyKeys.scope, scope),
    eq(idempotencyKeys.key, key),
    eq(idempotencyKeys.state, "running"),
    eq(idempotencyKeys.lockedUntil, lockedUntil),
  );
}

/**
 * Forgets what a person was answered, before its day is over: as themselves, or about what is theirs. Looks at every key that is kept.
 * @param about.ids of what an answer may be about: orders, checkouts
 */
export async function deleteKeysAbout(
  db: Executor,
  about: { userId: string; email: string; ids: readonly string[] },
): Promise<void> {
  await db.execute(sql`
    delete from idempotency_key
    where right(scope, ${about.userId.length + 1}) = ${` ${about.userId}`}
      or body#>>'{data,id}' = any(${sql.param([...about.ids])}::text[])
      or strpos(lower(body::text), ${about.email}) > 0`);
}

/** Answers hold addresses and e-mails: they are deleted once their day is over. Returns how many went. */
export async function deleteExpiredIdempotencyKeys(
  ctx: ServiceContext,
  { limit }: { limit: number },
): Promise<number> {
  const deleted = await ctx.db.execute(sql`
    delete from idempotency_key where (scope, key) in (
      select scope, key from idempotency_key where expires_at <= clock_timestamp()
      order by expires_at limit ${limit} for update skip locked)`);
  return deleted.count;
}
