import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** Events written with the change they tell of, waiting for the relay. Emptied by it. */
export const outbox = pgTable(
  "outbox",
  {
    /** Insert order; within one aggregate also its version order, because the writer holds the aggregate's row. */
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    eventId: text().notNull(),
    type: text().notNull(),
    /** `variant`, `cart`, `checkout`, `order`, `product`. */
    aggregateType: text().notNull(),
    aggregateId: text().notNull(),
    aggregateVersion: integer().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    /** W3C trace context of the request that caused it. */
    traceparent: text(),
    occurredAt: instant().notNull(),
    shard: smallint().notNull().default(0),
  },
  (t) => [index("outbox_shard").on(t.shard, t.id)],
);

/** The durable log: gapless positions, read by consumers with a cursor, trimmed by age. */
export const eventLog = pgTable(
  "event_log",
  {
    position: bigint({ mode: "number" }).primaryKey(),
    eventId: text().notNull(),
    type: text().notNull(),
    aggregateType: text().notNull(),
    aggregateId: text().notNull(),
    aggregateVersion: integer().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    traceparent: text(),
    occurredAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("event_log_event").on(t.eventId),
    // Resume asks: what changed on these aggregates since position p?
    index("event_log_aggregate").on(t.aggregateId, t.position),
    index("event_log_age").on(t.occurredAt),
  ],
);

/**
 * One row: the last position given out, locked by the relay while it appends. `epoch` names this log:
 * whoever restores a backup gives it a new one, because positions after the restore mean other events.
 */
export const eventLogHead = pgTable("event_log_head", {
  id: smallint().primaryKey().default(1),
  position: bigint({ mode: "number" }).notNull().default(0),
  epoch: text()
    .notNull()
    .default(sql`substr(md5(random()::text), 1, 12)`),
});

/** How far each consumer of the log has come. */
export const eventCursors = pgTable("event_cursor", {
  consumer: text().primaryKey(),
  position: bigint({ mode: "number" }).notNull().default(0),
  updatedAt: instant()
    .notNull()
    .default(sql`now()`),
});
