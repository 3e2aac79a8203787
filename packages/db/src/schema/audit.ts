import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** What clients and staff did. Only ever added to; it outlives who did it. */
export const auditEntries = pgTable(
  "audit_entry",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    actorKind: text().$type<"client" | "user">().notNull(),
    actorId: text().notNull(),
    procedure: text().notNull(),
    /** The ids that it was about, by the input's names. */
    subjects: jsonb().$type<Record<string, string>>().notNull(),
    requestId: text().notNull(),
    address: text().notNull(),
  },
  (t) => [
    index("audit_entry_actor").on(t.actorId, t.id.desc()),
    check("audit_entry_actor_kind", sql`${t.actorKind} in ('client', 'user')`),
  ],
);
