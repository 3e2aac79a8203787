/**
 * The queues as the worker works them off. A queue is one endpoint's: its place in the log and the deliveries that
 * wait. One worker at a time holds it, by a lease in its row; each lease has a token of its own, and whatever is
 * written under an earlier one counts no more. A worker that dies sends nothing after its lease, and what it had
 * in hand is sent by the next: at least once, never out of a subject's order.
 */
import type { Database } from "@meridian/db/client.ts";
import type { StoredAttempt, StoredSecret } from "@meridian/db/schema.ts";
import { typePrefix, type CloudEvent } from "../events/contract.ts";

/** As long as a worker may say nothing before others take its queues over. */
const leaseSeconds = 8;

export type QueueLease = { webhookId: string; token: string };

/** An endpoint as it is at this moment. */
export type Endpoint = QueueLease & {
  shard: number;
  url: string;
  types: string[] | null;
  secrets: StoredSecret[];
  position: number;
  /** Of the oldest replay that is not at its end. */
  replay: { id: number; position: number; until: number } | null;
  /** Kinds of aggregates whose events it keeps refusing, each with a place of its own. */
  detours: { kind: string; position: number }[];
};

/** A delivery that this worker has in hand. */
export type ClaimedDelivery = {
  seq: number;
  webhookId: string;
  eventId: string;
  type: string;
  subject: string;
  /** Null: it is read when it is to be sent. */
  body: Record<string, unknown> | null;
  attempts: number;
  /** Until it is due. */
  waitMs: number;
};

/** Takes queues of enabled endpoints in these shards that nobody holds. */
export async function takeQueues(db: Database, shards: readonly number[]): Promise<QueueLease[]> {
  return await db.$client<QueueLease[]>`
    update webhook_queue set lease_token = gen_random_uuid()::text,
      lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    where webhook_id in (
      select q.webhook_id from webhook_queue q join webhook w on w.id = q.webhook_id
      where q.shard = any (${[...shards]}::smallint[]) and w.state = 'enabled'
        and (q.lease_until is null or q.lease_until < clock_timestamp())
      for update of q skip locked)
    returning webhook_id as "webhookId", lease_token as token`;
}

/** Makes leases last. What is not returned is lost: another worker has it, or the endpoint is disabled or removed. */
export async function renewQueues(
  db: Database,
  leases: readonly QueueLease[],
): Promise<Endpoint[]> {
  if (leases.length === 0) return [];
  return await db.$client<Endpoint[]>`
    update webhook_queue q
    set lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    from webhook w, ${heldBy(db, leases)}
    where w.id = q.webhook_id and w.state = 'enabled'
      and q.webhook_id = held.webhook_id and q.lease_token = held.token
    returning q.webhook_id as "webhookId", q.lease_token as token, q.shard, w.url, w.types, w.secrets,
      q.position::float8 as position,
      (select json_build_object('id', r.id, 'position', r.position, 'until', r.until)
       from webhook_replay r where r.webhook_id = q.webhook_id order by r.id limit 1) as replay,
      (select coalesce(json_agg(json_build_object('kind', t.kind, 'position', t.position)), '[]')
       from webhook_detour t where t.webhook_id = q.webhook_id) as detours`;
}

/** Gives queues back at once, so that nobody waits for the leases to end. */
export async function releaseQueues(db: Database, leases: readonly QueueLease[]): Promise<void> {
  if (leases.length === 0) return;
  await db.$client`
    update webhook_queue q set lease_token = null, lease_until = null from ${heldBy(db, leases)}
    where q.webhook_id = held.webhook_id and q.lease_token = held.token`;
}

/**
 * Takes deliveries in hand that no holder of these leases has: what an earlier holder left, tests and replays. In
 * their order, so that of one subject nothing later is had before something earlier.
 */
export async function claimDeliveries(
  db: Database,
  leases: readonly QueueLease[],
  limit: number,
): Promise<ClaimedDelivery[]> {
  if (leases.length === 0) return [];
  const rows = await db.$client<ClaimedDelivery[]>`
    update webhook_delivery d set claim = found.token
    from (select d.seq, held.token from ${heldBy(db, leases)}
          join webhook_delivery d on d.webhook_id = held.webhook_id
          where d.state = 'pending' and d.claim is distinct from held.token
          order by d.seq limit ${limit}) as found
    where d.seq = found.seq and d.state = 'pending'
    returning d.seq::float8 as seq, d.webhook_id as "webhookId", d.event_id as "eventId", d.type, d.subject,
      d.body, jsonb_array_length(d.attempts) as attempts,
      greatest(0, extract(epoch from d.next_at - clock_timestamp()) * 1000)::float8 as "waitMs"`;
  return rows.toSorted((a, b) => a.seq - b.seq);
}

/** What is to be sent; undefined when it was cancelled, or another worker has it. */
export async function findBody(
  db: Database,
  { seq, token }: { seq: number; token: string },
): Promise<Record<string, unknown> | undefined> {
  const [row] = await db.$client<{ body: Record<string, unknown> }[]>`
    select body from webhook_delivery
    where seq = ${seq} and claim = ${token} and state = 'pending'`;
  return row?.body;
}

const heldBy = ({ $client }: Database, leases: readonly QueueLease[]) => $client`
  unnest(${leases.map(({ webhookId }) => webhookId)}::text[],
         ${leases.map(({ token }) => token)}::text[]) as held (webhook_id, token)`;

/** Which place of an endpoint is moved, and from where to where. */
export type QueueStep = QueueLease & {
  of: "queue" | { replay: number } | { detour: string };
  from: number;
  to: number;
  isEnd: boolean;
};

/**
 * Moves a cursor and makes deliveries of what it passed, in one statement, so that a crash loses and doubles nothing.
 * Null when the lease is lost, the endpoint disabled, or the cursor was moved by somebody else.
 */
export async function enqueue(
  db: Database,
  step: QueueStep,
  events: readonly CloudEvent[],
): Promise<ClaimedDelivery[] | null> {
  const { webhookId, token } = step;
  const [result] = await db.$client<{ isMoved: boolean; seqs: number[] }[]>`
    with moved as (${move(db, step)}),
    added as (
      insert into webhook_delivery (webhook_id, event_id, type, subject, body, claim)
      select ${webhookId}, event.id, event.type, event.subject, event.body::json, ${token}
      from moved, unnest(
        ${events.map(({ id }) => id)}::text[],
        ${events.map(({ type }) => type.slice(typePrefix.length))}::text[],
        ${events.map(({ subject }) => subject)}::text[],
        ${events.map((event) => JSON.stringify(event))}::text[]
      ) with ordinality as event (id, type, subject, body, n)
      order by event.n
      returning seq
    )
    select exists (select 1 from moved) as "isMoved",
           coalesce((select json_agg(seq order by seq) from added), '[]') as seqs`;
  if (!result?.isMoved) return null;
  return events.map((event, index) => ({
    seq: result.seqs[index] ?? 0,
    webhookId,
    eventId: event.id,
    type: event.type.slice(typePrefix.length),
    subject: event.subject,
    body: event,
    attempts: 0,
    waitMs: 0,
  }));
}

function move({ $client: sql }: Database, step: QueueStep) {
  const { webhookId, token, of, from, to, isEnd } = step;
  if (of === "queue") {
    return sql`update webhook_queue set position = ${to}
      where webhook_id = ${webhookId} and lease_token = ${token} and position = ${from}
        and exists (select 1 from webhook where id = ${webhookId} and state = 'enabled')
      returning 1`;
  }
  const isMine = sql`exists (
    select 1 from webhook_queue where webhook_id = ${webhookId} and lease_token = ${token})`;
  if ("detour" in of) {
    return sql`update webhook_detour set position = ${to}
      where webhook_id = ${webhookId} and kind = ${of.detour} and position = ${from} and ${isMine}
      returning 1`;
  }
  const isHeld = sql`id = ${of.replay} and position = ${from} and ${isMine}`;
  return isEnd
    ? sql`delete from webhook_replay where ${isHeld} returning 1`
    : sql`update webhook_replay set position = ${to} where ${isHeld} returning 1`;
}

/** Gives the events of one kind a place of their own, where the queue stands. False: the lease is lost. */
export async function beginDetour(
  db: Database,
  { webhookId, token }: QueueLease,
  { kind, position }: { kind: string; position: number },
): Promise<boolean> {
  const rows = await db.$client`
    insert into webhook_detour (webhook_id, kind, position)
    select webhook_id, ${kind}, ${position} from webhook_queue
    where webhook_id = ${webhookId} and lease_token = ${token}
    returning 1`;
  return rows.length > 0;
}

/** The detour has come to where the queue stands, which goes on with its kind from there: written down together. */
export async function endDetour(
  db: Database,
  { webhookId, token }: QueueLease,
  { kind, from, to }: { kind: string; from: number; to: number },
): Promise<boolean> {
  const rows = await db.$client`
    with moved as (
      update webhook_queue set position = ${to}
      where webhook_id = ${webhookId} and lease_token = ${token} and position = ${from}
      returning 1)
    delete from webhook_detour
    where webhook_id = ${webhookId} and kind = ${kind} and exists (select 1 from moved)
    returning 1`;
  return rows.length > 0;
}

/** What came of a try. */
export type Outcome = {
  seq: number;
  token: string;
  state: "pending" | "delivered" | "failed";
  /** Until the next try, of one that is pending. */
  pauseSeconds: number;
  attempt: StoredAttempt;
};

/** Writes down what came of tries; those of a lease that was lost are somebody else's by now. One statement. */
export async function settleDeliveries(db: Database, outcomes: readonly Outcome[]): Promise<void> {
  const all = <T>(of: (outcome: Outcome) => T) => outcomes.map(of);
  await db.$client`
    update webhook_delivery d
    set state = o.state, attempts = d.attempts || o.attempt::jsonb,
        next_at = clock_timestamp() + make_interval(secs => o.pause),
        settled_at = case when o.state = 'pending' then null else clock_timestamp() end
    from unnest(${all(({ seq }) => seq)}::bigint[], ${all(({ token }) => token)}::text[],
                ${all(({ state }) => state)}::text[], ${all(({ pauseSeconds }) => pauseSeconds)}::float8[],
                ${all(({ attempt }) => JSON.stringify([attempt]))}::text[])
      as o (seq, token, state, pause, attempt)
    where d.seq = o.seq and d.claim = o.token and d.state = 'pending'`;
}

/** Removes the oldest deliveries that are older than `days` and settled. Returns how many. */
export async function trimDeliveries(db: Database, days: number, limit: number): Promise<number> {
  const rows = await db.$client`
    delete from webhook_delivery where seq in (
      select seq from (select seq, state, created_at from webhook_delivery order by seq limit ${limit}) as oldest
      where state <> 'pending' and created_at < now() - make_interval(days => ${days}))`;
  return rows.count;
}
