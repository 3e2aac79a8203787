/** Consumers of the log: each keeps its place in Postgres, so a restart goes on where it stopped. */
import type { Database, Transaction } from "@meridian/db/client.ts";
import { sql } from "drizzle-orm";
import { statement } from "../kernel/statement.ts";
import { readLog, readPage, type LoggedEvent } from "./log.ts";

export type Batch = {
  events: LoggedEvent[];
  /** Events before these were trimmed while the consumer was gone: what it derives from events must start over. */
  isBehindGap: boolean;
};

/**
 * Hands the next events to `handle` and moves the consumer's cursor behind them: at least once, in
 * order. No lock is held while `handle` runs, because it may call out: two processes of one consumer
 * may repeat events, but skip none. A new consumer begins at the end of the log.
 * Returns how many events were handled.
 */
export async function consume(
  db: Database,
  consumer: string,
  limit: number,
  handle: (batch: Batch) => Promise<void>,
): Promise<number> {
  const after = await findPlace(db, consumer);
  const events = await readLog(db, after, limit);
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return 0;
  await handle({ events, isBehindGap: first.position > after + 1 });
  // Compare-and-set: a rival that handled the same events meanwhile only repeated them.
  await db.$client`
    update event_cursor set position = ${last.position}, updated_at = now()
    where consumer = ${consumer} and position = ${after}`;
  return events.length;
}

/** A cursor that moved this far without an event of its types is written down. */
const writeAfter = 1_000;

/**
 * As {@link consume}, for what is made of events in this database: it commits together with the cursor, so that
 * each event counts once, whoever dies and however many rivals there are.
 */
export async function consumeOnce(
  db: Database,
  { consumer, types, limit }: { consumer: string; types: readonly string[]; limit: number },
  handle: (tx: Transaction, batch: Batch) => Promise<void>,
): Promise<number> {
  const after = await findPlace(db, consumer);
  const { head, events, end } = await readPage(db, { start: after, types, limit });
  if (events.length === 0 && end - after < writeAfter) return 0;
  await db.transaction(async (tx) => {
    const moved = await statement(
      tx,
      sql`update event_cursor set position = ${end}::bigint, updated_at = now()
          where consumer = ${consumer} and position = ${after}::bigint returning 1`,
    );
    // Else a rival has handled them.
    if (moved.length > 0) await handle(tx, { events, isBehindGap: head.oldest > after + 1 });
  });
  return events.length;
}

/** Notes once a minute that the consumer asks, whether or not it can handle what it gets: trimming waits for it. */
async function findPlace(db: Database, consumer: string): Promise<number> {
  const [known] = await db.$client<{ position: number; isQuiet: boolean }[]>`
    select position::float8 as position, updated_at < now() - interval '1 minute' as "isQuiet"
    from event_cursor where consumer = ${consumer}`;
  if (known && !known.isQuiet) return known.position;
  const [cursor] = await db.$client<{ position: number }[]>`
    insert into event_cursor (consumer, position)
    select ${consumer}, position from event_log_head where id = 1
    on conflict (consumer) do update set updated_at = now()
    returning position::float8 as position`;
  return cursor?.position ?? 0;
}
