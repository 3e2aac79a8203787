/** The durable log: gapless positions, in which consumers keep a cursor. Losing Redis loses nothing of it. */
import type { Database, Executor } from "@meridian/db/client.ts";
import { sql } from "drizzle-orm";
import type { LoggedEvent } from "../kernel/event-source.ts";
import { statement } from "../kernel/statement.ts";

export type { LoggedEvent };

export type LogHead = {
  /** Names the log: a cursor of another epoch means nothing here. */
  epoch: string;
  /** The last position given out; 0 in an empty log. */
  position: number;
  /** The oldest position that is still there; `position + 1` when all is trimmed. */
  oldest: number;
};

export async function readHead(db: Executor): Promise<LogHead> {
  const [row] = await statement<LogHead>(
    db,
    sql`select head.epoch, head.position::float8 as position,
          coalesce((select min(position) from event_log), head.position + 1)::float8 as oldest
        from event_log_head head where id = 1`,
  );
  if (!row) throw headMissing();
  return row;
}

const headMissing = () =>
  new Error("event_log_head is empty: the migrations did not run to their end");

/** A place in the log as clients hold it. */
export function cursorOf(epoch: string, position: number): string {
  return `${epoch}:${position}`;
}

export function parseCursor(cursor: string): { epoch: string; position: number } {
  const colon = cursor.indexOf(":");
  return { epoch: cursor.slice(0, colon), position: Number(cursor.slice(colon + 1)) };
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
  aggregate_version as version, data, traceparent,
  to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt"`;

/** Where a reader begins: behind a position, with the oldest event that is kept, or with what comes next. */
export type LogStart = number | "oldest" | "latest";

/** So many positions are looked at for events of the wanted types; of one page, so that it never takes long. */
const pageSpan = 10_000;

export type LogPage = {
  head: LogHead;
  /** Where the page began. */
  after: number;
  events: LoggedEvent[];
  /** All events up to here are on the page, or are not of the wanted types. */
  end: number;
};

/** A page of the log and the log's ends, all of one moment: what is trimmed meanwhile can't look like nothing. */
export async function readPage(
  db: Database,
  query: { start: LogStart; types: readonly string[] | undefined; limit: number },
): Promise<LogPage> {
  const { start, types = null, limit } = query;
  const [row] = await db.$client<(LogHead & Pick<LogPage, "after" | "events">)[]>`
    with head as (
      select epoch, position, coalesce((select min(position) from event_log), position + 1) as oldest
      from event_log_head where id = 1
    ),
    place as (
      select case ${String(start)} when 'oldest' then oldest - 1 when 'latest' then position
             else ${typeof start === "number" ? start : 0}::bigint end as after from head
    )
    select head.epoch, head.position::float8 as position, head.oldest::float8 as oldest,
           place.after::float8 as after,
           coalesce((select json_agg(event order by event.position) from (
             select ${columns(db)} from event_log
             where event_log.position > place.after and event_log.position <= place.after + ${pageSpan}
               and (${types}::text[] is null or type = any (${types}::text[]))
             order by event_log.position limit ${limit}) as event), '[]') as events
    from head, place`;
  if (!row) throw headMissing();
  const { after, events, ...head } = row;
  const last = events.length === limit ? events.at(-1) : undefined;
  return { head, after, events, end: last?.position ?? Math.min(after + pageSpan, head.position) };
}

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
