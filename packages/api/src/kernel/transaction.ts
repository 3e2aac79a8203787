import type { Database, Transaction } from "@meridian/db/client.ts";
import type { RootContext, ServiceContext } from "./context.ts";
import { shareEvents, watchEvents, type NewEvent } from "./outbox.ts";

export type TransactionContext = ServiceContext & { db: Transaction };

/**
 * Runs `work` in one transaction; joins the outer one when there is one. After the outermost commit
 * the process is told of its events. Retries on serialisation failure and deadlock (40001, 40P01): both
 * mean "nothing happened, try again", so `work` must have no effects outside the database.
 */
export async function inTransaction<T>(
  ctx: ServiceContext,
  work: (tx: TransactionContext) => Promise<T>,
): Promise<T> {
  if (!isPool(ctx.db)) return work(ctx as TransactionContext);
  for (let attempt = 1; ; attempt++) {
    try {
      let events: readonly NewEvent[] = [];
      const result = await ctx.db.transaction((db) => {
        events = watchEvents(db);
        return work({ ...ctx, db });
      });
      ctx.nudge(events);
      return result;
    } catch (error) {
      if (attempt >= 5 || !isRetryable(error)) throw error;
      ctx.log.debug({ attempt, err: error }, "transaction retried");
    }
  }
}

/** What a refused step has written is undone; the transaction goes on. */
export function inSavepoint<T>(
  tx: TransactionContext,
  work: (tx: TransactionContext) => Promise<T>,
): Promise<T> {
  return tx.db.transaction((db) => {
    shareEvents(tx.db, db);
    return work({ ...tx, db });
  });
}

/** @throws when called inside a transaction: a flow of several transactions can't be part of one. */
export function requirePool(ctx: ServiceContext): RootContext {
  if (!isPool(ctx.db))
    throw new Error("this flow runs its own transactions and must not be called inside one");
  return ctx as RootContext;
}

/** Whether nothing is under way that a failed statement would undo. */
export function isPool(db: ServiceContext["db"]): db is Database {
  return "$client" in db;
}

/** A rival came between, and nothing happened: serialisation failure or deadlock. */
export function isRetryable(error: unknown): boolean {
  const code = sqlState(error);
  return code === "40001" || code === "40P01";
}

/** SQLSTATE of a database error, also when Drizzle wrapped it. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = (e as { code?: unknown }).code;
    if (typeof code === "string" && code.length === 5) return code;
  }
  return undefined;
}
