/**
 * The relay moves events from the outbox to the durable log and gives each its place there: gapless,
 * in the order of each aggregate's versions. The outbox has shards by aggregate; each has one leader
 * at a time, and the workers share them. What a worker leads, it moves in one statement.
 */
import { createClient } from "@meridian/db/client.ts";
import type { ReservedSql } from "postgres";
import type { LoggedEvent } from "./log.ts";
import { share, type Share } from "./share.ts";

/** As the outbox's generated column has it. */
export const shardCount = 8;

/** First half of the advisory locks' keys. The second: 0 is held by every worker, 1 + shard by its leader. */
const lockSpace = 7_310_001;

/**
 * How long a worker may say nothing before Postgres ends its connection, and with it its locks: one
 * that hangs, or whose machine is gone, leads no longer than that. It speaks at least every 250 ms.
 */
const hungAfterMs = 1_400;

/** Longer than any statement may take: the network is gone, and nobody says so. */
const answerWithinMs = 20_000;

/** Positions that were appended, both included. */
export type Appended = {
  first: number;
  last: number;
  /** What stands there, when it is little; who needs the rest reads it from the log. */
  events: LoggedEvent[] | null;
};

export type RelaySeat = {
  /** Takes and gives back shards until this worker has its share. Returns those that it leads, and which of them are new. */
  settle(): Promise<{ led: number[]; taken: number[] }>;
  /** Moves at most `limit` events of each shard that it leads, oldest first. Null when there are none. */
  move(limit: number): Promise<Appended | null>;
  /** Ends the connection, and with it the leadership. After any failure: close, and open another. */
  close(): Promise<void>;
};

/**
 * Opens a connection that is used for nothing but leading: leading and moving on the same one means
 * that whoever lost the locks can't move any more.
 */
export async function openRelaySeat(
  databaseUrl: string,
  patienceMs = hungAfterMs,
): Promise<RelaySeat> {
  const line = lifeline();
  const client = createClient(databaseUrl, {
    onClose: line.cut,
    max: 1,
    applicationName: "meridian-relay",
    settings: {
      idle_session_timeout: patienceMs,
      // A worker that was killed in the middle of a statement is noticed before the statement ends.
      client_connection_check_interval: 500,
    },
  }).$client;
  const connection = await client.reserve().catch(async (error: unknown) => {
    await client.end({ timeout: 0 });
    throw error;
  });
  let pid: number | undefined;
  let led: number[] = [];
  return {
    settle: () =>
      line.hold(async () => {
        pid ??= await enter(connection);
        const mine = share(await readHolders(connection, pid), pid, shardCount);
        // Before anything is given back: a move meanwhile must not touch it.
        led = mine.kept;
        const taken = await change(connection, mine);
        led = [...mine.kept, ...taken];
        return { led, taken };
      }),
    move: (limit) =>
      line.hold(async () => (pid === undefined ? null : move(connection, pid, led, limit))),
    close() {
      connection.release();
      return client.end({ timeout: 1 });
    },
  };
}

/** What is asked on a connection that is gone is not waited for: the driver may never answer. */
function lifeline() {
  const { promise: lost, reject } = Promise.withResolvers<never>();
  lost.catch(() => {});
  const cut = () => reject(new Error("the relay's connection was lost, and its shards with it"));
  return {
    cut,
    async hold<T>(ask: () => Promise<T>): Promise<T> {
      const timer = setTimeout(cut, answerWithinMs);
      try {
        return await Promise.race([lost, ask()]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Makes this worker known to the others. Returns the process of its connection. */
async function enter(connection: ReservedSql): Promise<number> {
  const [row] = await connection<{ pid: number }[]>`
    select pg_backend_pid() as pid, pg_advisory_lock_shared(${lockSpace}, 0)`;
  return row?.pid ?? 0;
}

/**
 * All workers, and which shards each of them leads.
 * @throws when this is not the connection that entered: the driver has made another, which holds nothing
 */
async function readHolders(connection: ReservedSql, self: number): Promise<Map<number, number[]>> {
  const rows = await connection<{ pid: number; shards: number[]; own: number }[]>`
    select pid, pg_backend_pid() as own,
           coalesce(array_agg(objid::int - 1) filter (where objid::int > 0), '{}') as shards
    from pg_locks
    where locktype = 'advisory' and granted and classid = ${lockSpace} and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())
    group by pid`;
  const isOwn = rows.some(({ pid, own }) => pid === self && own === self);
  if (!isOwn) throw new Error("the relay's connection was lost, and its shards with it");
  return new Map(rows.map(({ pid, shards }) => [pid, shards]));
}

/** Gives back first, so that who waits for it finds it. Returns what could be taken: a rival may have been faster. */
async function change(
  connection: ReservedSql,
  { surplus, wanted }: Pick<Share, "surplus" | "wanted">,
): Promise<number[]> {
  if (surplus.length > 0) {
    await connection`
      select pg_advisory_unlock(${lockSpace}, 1 + shard) from unnest(${surplus}::int[]) as shard`;
  }
  if (wanted.length === 0) return [];
  const rows = await connection<{ shard: number; isTaken: boolean }[]>`
    select shard, pg_try_advisory_lock(${lockSpace}, 1 + shard) as "isTaken"
    from unnest(${wanted}::int[]) as shard`;
  return rows.filter(({ isTaken }) => isTaken).map(({ shard }) => shard);
}

/**
 * One statement: claimed rows leave the outbox and enter the log in the same commit, so a crash
 * loses and doubles nothing. Claims by what is there, never by `id > last`: ids commit out of
 * order, and that was measured to lose 12.8 % of committed rows. Within an aggregate id order is
 * version order, because its writers hold the aggregate's row.
 *
 * The head's row is locked last and until the commit, in which nothing is sent but two numbers and a few
 * events, less than the server's send buffer (8 kB): a worker that stops reading can't keep the others
 * from appending. The few events are what a quiet shop's watchers wait for: nobody has to read them.
 */
async function move(
  connection: ReservedSql,
  pid: number,
  shards: readonly number[],
  limit: number,
): Promise<Appended | null> {
  const [appended] = await connection<Appended[]>`
    with claimed as materialized (
      delete from outbox where ctid = any (array(
        select oldest.ctid from unnest(${[...shards]}::smallint[]) as led (shard)
        cross join lateral (
          select ctid from outbox where shard = led.shard order by id limit ${limit}) as oldest
        -- Should the driver have connected anew, the locks are gone, and somebody else may lead.
        where pg_backend_pid() = ${pid}))
      returning *
    ),
    head as (
      update event_log_head
      set position = position + (select count(*) from claimed)
      where id = 1 and exists (select 1 from claimed)
      returning position - (select count(*) from claimed) as base
    ),
    appended as (
      insert into event_log (position, event_id, type, aggregate_type, aggregate_id,
                             aggregate_version, data, traceparent, occurred_at)
      select head.base + row_number() over (order by claimed.id), event_id, type, aggregate_type,
             aggregate_id, aggregate_version, data, traceparent, occurred_at
      from claimed, head
      returning position, event_id, type, aggregate_id, aggregate_version, data, traceparent,
                to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as occurred
    )
    select min(position)::float8 as first, max(position)::float8 as last,
      case when count(*) <= 8 then (
        select case when sum(octet_length(data::text)) <= 4096 then jsonb_agg(jsonb_build_object(
          'position', position, 'id', event_id, 'type', type, 'aggregateId', aggregate_id,
          'version', aggregate_version, 'data', data, 'traceparent', traceparent,
          'occurredAt', occurred) order by position) end
        from appended) end as events
    from appended having count(*) > 0`;
  return appended ?? null;
}
