import type { Executor } from "@meridian/db/client.ts";
import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { ServiceContext } from "./context.ts";
import { newId } from "./ids.ts";
import { statement } from "./statement.ts";
import type { TransactionContext } from "./transaction.ts";

/** A kind of domain event: its name in the past tense and the shape of its data. */
export type EventType<Name extends string = string, Data extends z.ZodType = z.ZodType> = {
  name: Name;
  aggregateType: AggregateType;
  data: Data;
};

export type AggregateType =
  | "product"
  | "category"
  | "collection"
  | "variant"
  | "cart"
  | "checkout"
  | "order"
  | "job"
  | "promotion"
  | "contribution"
  | "votes"
  | "rating"
  | "watch"
  | "wishlist"
  | "survey";

export function defineEvent<Name extends string, Data extends z.ZodType>(
  name: Name,
  aggregateType: AggregateType,
  data: Data,
): EventType<Name, Data> {
  return { name, aggregateType, data };
}

export type NewEvent<T extends EventType = EventType> = {
  type: T;
  aggregateId: string;
  /** The version that the change made. Watchers drop what is older than what they have. */
  version: number;
  data: z.infer<T["data"]>;
};

export function event<T extends EventType>(
  type: T,
  aggregateId: string,
  version: number,
  data: z.infer<T["data"]>,
): NewEvent<T> {
  return { type, aggregateId, version, data };
}

/** What each open transaction has told so far. */
const writtenIn = new WeakMap<Executor, NewEvent[]>();

/** The list of events that this transaction is about to write; it grows as they are written. */
export function watchEvents(transaction: Executor): readonly NewEvent[] {
  const events: NewEvent[] = [];
  writtenIn.set(transaction, events);
  return events;
}

/** What a savepoint writes is its transaction's, even if it is undone: an event too many does no harm. */
export function shareEvents(transaction: Executor, savepoint: Executor): void {
  const events = writtenIn.get(transaction);
  if (events !== undefined) writtenIn.set(savepoint, events);
}

/** Writes events beside the change they tell of: both commit, or neither. One statement. */
export async function emit(tx: TransactionContext, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  writtenIn.get(tx.db)?.push(...events);
  await statement(tx.db, insertEvents(tx, events));
}

/**
 * The insert that {@link emit} makes, as a part of a larger statement: change and events travel together.
 * @param onlyIf when it is false nothing is written
 */
export function insertEvents(
  { clock, traceparent }: Pick<ServiceContext, "clock" | "traceparent">,
  events: readonly NewEvent[],
  onlyIf: SQL = sql`true`,
): SQL {
  const all = <T>(of: (event: NewEvent) => T) => sql.param(events.map(of));
  return sql`insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version,
      data, traceparent, occurred_at)
    select event_id, type, aggregate_type, aggregate_id, aggregate_version, data::jsonb,
      ${traceparent ?? null}::text, ${clock.now().toISOString()}::timestamptz
    from unnest(
      ${all(() => newId("evt"))}::text[], ${all((e) => e.type.name)}::text[],
      ${all((e) => e.type.aggregateType)}::text[], ${all((e) => e.aggregateId)}::text[],
      ${all((e) => e.version)}::int[], ${all((e) => JSON.stringify(e.data))}::text[]
    ) with ordinality as event(event_id, type, aggregate_type, aggregate_id, aggregate_version, data, position)
    where ${onlyIf}
    order by position`;
}
