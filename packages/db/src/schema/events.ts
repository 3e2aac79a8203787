import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** Events written with the change they tell of, waiting for the relay. Emptied by it. */
export const outbox = pgTable(
  "outbox",
  {
    /** Insert order; within one aggregate also its version order, because the writer holds the aggregate's row. */
    id: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
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
    /** One of 8, by the aggregate: whoever relays a shard keeps the order of its aggregates. Made here, so that no writer can get it wrong. */
    shard: smallint()
      .notNull()
      .generatedAlwaysAs(sql`(hashtext(aggregate_id) & 7)::smallint`),
  },
  // The only index: a row lives for milliseconds, and each index is paid for twice.
  (t) => [primaryKey({ columns: [t.shard, t.id] })],
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
  // Resume asks: what changed on these aggregates since position p? Age needs no index: it grows with the position.
  (t) => [index("event_log_aggregate").on(t.aggregateId, t.position)],
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

/** How far each consumer of the log has come, and (`updated_at`) when it last asked: one that asks is not left behind by trimming. */
export const eventCursors = pgTable("event_cursor", {
  consumer: text().primaryKey(),
  position: bigint({ mode: "number" }).notNull().default(0),
  updatedAt: instant()
    .notNull()
    .default(sql`now()`),
});
