/** Consumers of the log: each keeps its place in Postgres, so a restart goes on where it stopped. */
import type { Database } from "@meridian/db/client.ts";
import { readLog, type LoggedEvent } from "./log.ts";

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
  handle: (events: LoggedEvent[]) => Promise<void>,
): Promise<number> {
  await db.$client`
    insert into event_cursor (consumer, position)
    select ${consumer}, position from event_log_head where id = 1
    on conflict (consumer) do nothing`;
  const [cursor] = await db.$client<{ position: number }[]>`
    select position::float8 as position from event_cursor where consumer = ${consumer}`;
  const after = cursor?.position ?? 0;
  const events = await readLog(db, after, limit);
  const last = events.at(-1);
  if (last === undefined) return 0;
  await handle(events);
  // Compare-and-set: a rival that handled the same events meanwhile only repeated them.
  await db.$client`
    update event_cursor set position = ${last.position}, updated_at = now()
    where consumer = ${consumer} and position = ${after}`;
  return events.length;
}
