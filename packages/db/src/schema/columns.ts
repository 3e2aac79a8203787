import { sql } from "drizzle-orm";
import { bigint, customType, text, timestamp } from "drizzle-orm/pg-core";

/** An amount in the currency's minor unit (cents, pence, yen). */
export const minor = () => bigint({ mode: "number" });

/** A UTC instant, read and written as the ISO 8601 string that the wire carries (Postgres' own text form is not ISO). */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
});

export const createdAt = () =>
  instant()
    .notNull()
    .default(sql`now()`);
export const updatedAt = () =>
  instant()
    .notNull()
    .default(sql`now()`);

/** An instant as better-auth reads and writes it, in the tables that it shares: a Date. */
export const moment = () => timestamp({ precision: 3, withTimezone: true });
export const momentNow = () => moment().notNull().defaultNow();

/** One of the shop's languages, by its ISO 639-1 code. */
export const language = () => text().$type<"en" | "de" | "ja">().notNull().default("en");
