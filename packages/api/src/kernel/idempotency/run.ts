import { setTimeout as sleep } from "node:timers/promises";
import type { Executor } from "@meridian/db/client.ts";
import type { RootContext, ServiceContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { settingsOf } from "../settings.ts";
import {
  inSavepoint,
  inTransaction,
  requirePool,
  sqlState,
  type TransactionContext,
} from "../transaction.ts";
import { answerOf, isFinal, type Answer } from "./answer.ts";
import { answerKey, claimKey, dropKey, unlockKey, type Claim, type Key } from "./keys.ts";

/** What the work came to. `isLastWord`: false for an answer such as "in progress", which the same key may ask again. */
export type Outcome =
  /** `note`: what is kept of it beside the answer, and with it where that can be. */
  | { isSuccess: true; data: unknown; isLastWord: boolean; note?: Note | undefined }
  /** `hasBegun`: false when the input was refused before any work. */
  | { isSuccess: false; error: unknown; hasBegun: boolean };

export type Note = (db: Executor) => Promise<void>;

/** Runs the procedure on a pool or a transaction; never throws. */
export type Work = (db: Executor) => Promise<Outcome>;

/** The answer to give, and whether it is one that was given before. */
export type Replayable = { answer: Answer; isReplayed: boolean };

/** How long a second caller waits for the first one's answer before it is told to come back. */
const followerPatienceMs = 10_000;
const longestPauseMs = 250;

/**
 * Effect, events and answer commit in one transaction, so no crash can separate them. A second
 * caller waits on the key's index entry until the first one's transaction ends, at most for the
 * pool's statement timeout.
 * @throws conflict `idempotency.in_progress`; invalid `idempotency.key_reused`; what the work threw
 */
export async function runInTransaction(
  ctx: ServiceContext,
  key: Key,
  work: Work,
): Promise<Replayable> {
  return await inTransaction(ctx, async (tx) => {
    const claimed = await claimKey(tx.db, key, 0).catch((error: unknown) => {
      // Cancelled by the statement timeout: the first runner is still at it.
      throw sqlState(error) === "57014" ? stillRunning() : error;
    });
    if (claimed.state === "running") throw stillRunning();
    if (claimed.state === "answered") return { answer: claimed.answer, isReplayed: true };
    const answer = await workInSavepoint(tx, work);
    await answerKey(tx.db, claimed.claim, answer);
    return { answer, isReplayed: false };
  });
}

/** A refusal undoes what the work had written and is kept; anything else undoes the key as well. */
async function workInSavepoint(tx: TransactionContext, work: Work): Promise<Answer> {
  try {
    return await inSavepoint(tx, async ({ db }) => {
      const outcome = await work(db);
      if (!outcome.isSuccess) throw outcome.error;
      return { isSuccess: true, data: outcome.data };
    });
  } catch (error) {
    if (isFinal(error)) return answerOf(error);
    throw error;
  }
}

/**
 * For work of several transactions. The key is claimed first and answered last; a runner that dies
 * is taken over when its lock runs out, which is right only because the work itself can be resumed.
 * Second callers ask again with growing pauses.
 * @throws conflict `idempotency.in_progress`; invalid `idempotency.key_reused`; what the work threw
 */
export async function runFlow(ctx: ServiceContext, key: Key, work: Work): Promise<Replayable> {
  const root = requirePool(ctx);
  const { db } = root;
  // A flow asks its provider a few times at most, each time within the payment timeout.
  const lockMs = settingsOf(ctx).paymentTimeoutMs * 3 + 15_000;
  const deadline = Date.now() + followerPatienceMs;
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const claimed = await claimKey(db, key, lockMs);
    if (claimed.state === "answered") return { answer: claimed.answer, isReplayed: true };
    if (claimed.state === "claimed")
      return { answer: await workClaimed(root, claimed.claim, work), isReplayed: false };
    if (Date.now() + pauseMs > deadline) throw stillRunning();
    await sleep(pauseMs);
  }
}

async function workClaimed(root: RootContext, claim: Claim, work: Work): Promise<Answer> {
  const { db } = root;
  const outcome = await work(db);
  if (outcome.isSuccess) {
    const answer: Answer = { isSuccess: true, data: outcome.data };
    if (outcome.isLastWord) await answerAndNote(root, claim, answer, outcome.note);
    else {
      await outcome.note?.(db);
      await unlockKey(db, claim);
    }
    return answer;
  }
  if (isFinal(outcome.error)) {
    const answer = answerOf(outcome.error);
    await answerKey(db, claim, answer);
    return answer;
  }
  if (outcome.hasBegun) await unlockKey(db, claim);
  else await dropKey(db, claim);
  throw outcome.error;
}

/** Both or neither: who dies before does all of it again. Whoever was taken over has nothing to note. */
async function answerAndNote(
  root: RootContext,
  claim: Claim,
  answer: Answer,
  note: Note | undefined,
): Promise<void> {
  if (note === undefined) return void (await answerKey(root.db, claim, answer));
  await inTransaction(root, async ({ db }) => {
    if (await answerKey(db, claim, answer)) await note(db);
  });
}

function stillRunning(): DomainError {
  return new DomainError("conflict", "idempotency.in_progress", {
    message: "The first request with this Idempotency-Key is still running.",
    retryAfterSeconds: 1,
  });
}
