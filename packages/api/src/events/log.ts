/** The durable log: gapless positions, in which consumers keep a cursor. Losing Redis loses nothing of it. */
import type { Database } from "@meridian/db/client.ts";

export type LoggedEvent = {
  position: number;
  /** `evt_...`: the same id on every channel. */
  id: string;
  /** `stock.changed`. */
  type: string;
  aggregateId: string;
  /** Of the aggregate, after the change. */
  version: number;
  data: Record<string, unknown>;
};

export type LogHead = {
  /** Names the log: a cursor of another epoch means nothing here. */
  epoch: string;
  /** The last position given out; 0 in an empty log. */
  position: number;
  /** The oldest position that is still there; `position + 1` when all is trimmed. */
  oldest: number;
};

export async function readHead(db: Database): Promise<LogHead> {
  const [row] = await db.$client<LogHead[]>`
    select head.epoch, head.position::float8 as position,
           coalesce((select min(position) from event_log), head.position + 1)::float8 as oldest
    from event_log_head head where id = 1`;
  if (!row) throw new Error("event_log_head is empty: the migrations did not run to their end");
  return row;
}

/** Events behind `after`, in order. */
export async function readLog(db: Database, after: number, limit: number): Promise<LoggedEvent[]> {
  return db.$client<LoggedEvent[]>`
    select ${columns(db)} from event_log where position > ${after} order by position limit ${limit}`;
}

/** The events from `first` to `last`, in order. */
export async function readRange(
  db: Database,
  { first, last }: { first: number; last: number },
): Promise<LoggedEvent[]> {
  return db.$client<LoggedEvent[]>`
    select ${columns(db)} from event_log
    where position between ${first} and ${last} order by position`;
}

const columns = ({ $client }: Database) => $client`
  position::float8 as position, event_id as id, type, aggregate_id as "aggregateId",
  aggregate_version as version, data`;

/** Did each of these aggregates change behind its position? Served by the index (aggregate_id, position). */
export async function changedSince(
  db: Database,
  wanted: readonly { aggregateId: string; after: number }[],
): Promise<boolean[]> {
  const rows = await db.$client<{ hasChanged: boolean }[]>`
    select exists (select 1 from event_log
                   where aggregate_id = wanted.id and position > wanted.after) as "hasChanged"
    from unnest(${wanted.map((one) => one.aggregateId)}::text[],
                ${wanted.map((one) => one.after)}::bigint[]) with ordinality as wanted (id, after, n)
    order by n`;
  return rows.map((row) => row.hasChanged);
}

/** Has an event been waiting in the outbox for longer than a living relay takes? */
export async function isOutboxStalled(db: Database, seconds: number): Promise<boolean> {
  const [row] = await db.$client<{ isStalled: boolean }[]>`
    select coalesce(min(occurred_at) < clock_timestamp() - make_interval(secs => ${seconds}), false)
      as "isStalled"
    from outbox`;
  return row?.isStalled ?? false;
}

/** A consumer that has not asked for this long is taken for gone: it no longer keeps the log from being trimmed. */
const goneAfterDays = 7;

/**
 * Drops events older than `days` from the log's beginning, at most `limit` of them, but none that a
 * consumer that still asks has not had. Returns how many.
 */
export async function trimLog(db: Database, days: number, limit: number): Promise<number> {
  const rows = await db.$client`
    with oldest as (
      select position, occurred_at from event_log order by position limit ${limit}
    ),
    kept as (
      -- The first that must stay: all before it may go, so the log never has a hole.
      select least(
        (select min(position) from oldest where occurred_at >= now() - make_interval(days => ${days})),
        (select min(position) + 1 from event_cursor
         where updated_at >= now() - make_interval(days => ${goneAfterDays}))) as position
    )
    delete from event_log using kept
    where event_log.position <= (select max(position) from oldest)
      and (kept.position is null or event_log.position < kept.position)`;
  return rows.count;
}
