import { index, integer, json, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns.ts";

/** The first answer to a write that carried an Idempotency-Key; kept at least 24 hours. */
export const idempotencyKeys = pgTable(
  "idempotency_key",
  {
    /** Procedure and caller: the same key of two callers is two keys. */
    scope: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of the input: another body under the same key is refused. */
    fingerprint: text().notNull(),
    state: text().$type<"running" | "done">().notNull().default("running"),
    status: integer(),
    headers: jsonb().$type<Record<string, string>>(),
    /** `json`, not `jsonb`: who repeats a call gets the same bytes, so members keep their order. */
    body: json().$type<unknown>(),
    /** A runner that died is taken over after this. */
    lockedUntil: instant().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.key] }),
    index("idempotency_key_expiry").on(t.expiresAt),
  ],
);
