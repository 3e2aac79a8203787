import { outbox } from "@meridian/db/schema.ts";
import type { z } from "zod";
import { newId } from "./ids.ts";
import type { TransactionContext } from "./transaction.ts";

/** A kind of domain event: its name in the past tense and the shape of its data. */
export type EventType<Name extends string = string, Data extends z.ZodType = z.ZodType> = {
  name: Name;
  aggregateType: AggregateType;
  data: Data;
};

export type AggregateType = "product" | "variant" | "cart" | "checkout" | "order";

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

/** Writes events beside the change they tell of: both commit, or neither. One statement. */
export async function emit(tx: TransactionContext, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const occurredAt = tx.clock.now().toISOString();
  await tx.db.insert(outbox).values(
    events.map((e) => ({
      eventId: newId("evt"),
      type: e.type.name,
      aggregateType: e.type.aggregateType,
      aggregateId: e.aggregateId,
      aggregateVersion: e.version,
      data: e.data as Record<string, unknown>,
      traceparent: tx.traceparent ?? null,
      occurredAt,
      shard: 0,
    })),
  );
}
