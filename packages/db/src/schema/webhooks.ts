import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt } from "./columns.ts";

/** A secret that signs; one that was replaced signs beside its successor until `expiresAt`. */
export type StoredSecret = { value: string; expiresAt: string | null };

/** One try to deliver, as the log shows it. */
export type StoredAttempt = {
  at: string;
  durationMs: number;
  status: number | null;
  error: string | null;
  /** The beginning of what was answered. */
  response: string | null;
};

/** Where events are sent. */
export const webhooks = pgTable(
  "webhook",
  {
    id: text().primaryKey(),
    url: text().notNull(),
    /** As in the log: `order.placed`. Null: all. */
    types: text().array(),
    description: text().notNull().default(""),
    state: text().$type<"enabled" | "disabled">().notNull().default("enabled"),
    disabledReason: text().$type<"asked" | "gone">(),
    secrets: jsonb().$type<StoredSecret[]>().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("webhook_state", sql`${t.state} in ('enabled', 'disabled')`),
    check("webhook_disabled", sql`(${t.state} = 'disabled') = (${t.disabledReason} is not null)`),
  ],
);

/** How far an endpoint has come in the log, and which worker sends to it. Apart from `webhook`, because it changes all the time. */
export const webhookQueues = pgTable(
  "webhook_queue",
  {
    webhookId: text()
      .primaryKey()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    /** All events up to here are deliveries, or of other types. */
    position: bigint({ mode: "number" }).notNull(),
    /** New with each worker that takes the queue over: what an earlier one still says counts no more. */
    leaseToken: text(),
    leaseUntil: instant(),
    /** Workers share queues as they share the outbox. */
    shard: smallint()
      .notNull()
      .generatedAlwaysAs(sql`(hashtext(webhook_id) & 7)::smallint`),
  },
  (t) => [index("webhook_queue_shard").on(t.shard)],
);

/** A part of the log that is to be sent again: a second, bounded cursor. Gone when it has come to its end. */
export const webhookReplays = pgTable(
  "webhook_replay",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    webhookId: text()
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    position: bigint({ mode: "number" }).notNull(),
    until: bigint({ mode: "number" }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("webhook_replay_webhook").on(t.webhookId, t.id)],
);

/**
 * Events of one kind of aggregate that an endpoint keeps refusing, and that have a place of their own in the log for as long as that
 * lasts: the queue goes on with all others. Gone when it has caught up with the queue.
 */
export const webhookDetours = pgTable(
  "webhook_detour",
  {
    webhookId: text()
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    /** `variant`, `order`, ...: all events of a subject are of one kind, so their order is kept. */
    kind: text().notNull(),
    /** All events of the kind up to here are deliveries. */
    position: bigint({ mode: "number" }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.webhookId, t.kind] })],
);

/** One event for one endpoint: what waits, and what came of it. Without a foreign key, so that removing an endpoint is quick; age removes them. */
export const webhookDeliveries = pgTable(
  "webhook_delivery",
  {
    /** The order in which the events of one subject are sent. */
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    webhookId: text().notNull(),
    eventId: text().notNull(),
    type: text().notNull(),
    subject: text().notNull(),
    /** The CloudEvent. `json`: sent as it was written. */
    body: json().$type<Record<string, unknown>>().notNull(),
    state: text()
      .$type<"pending" | "delivered" | "failed" | "cancelled">()
      .notNull()
      .default("pending"),
    attempts: jsonb().$type<StoredAttempt[]>().notNull().default([]),
    nextAt: instant()
      .notNull()
      .default(sql`now()`),
    /** The lease of the worker that has it in hand. */
    claim: text(),
    createdAt: createdAt(),
    settledAt: instant(),
  },
  (t) => [
    index("webhook_delivery_newest").on(t.webhookId, t.seq),
    index("webhook_delivery_event").on(t.webhookId, t.eventId),
    index("webhook_delivery_pending")
      .on(t.webhookId, t.seq)
      .where(sql`state = 'pending'`),
    check(
      "webhook_delivery_state",
      sql`${t.state} in ('pending', 'delivered', 'failed', 'cancelled')`,
    ),
  ],
);
