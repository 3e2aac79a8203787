import { z } from "zod";

/** A UTC instant on the wire: `2026-03-01T09:30:00.000Z`. */
export const Instant = z.iso
  .datetime()
  // Postgres knows no year 0.
  .refine((text) => !text.startsWith("0000"), "must be after the year 0")
  .meta({ example: "2026-03-01T09:30:00.000Z" });

/** An instant as Postgres writes it (`2026-03-01 09:30:00+00`) -> as the wire carries it. */
export function toInstant(text: string): string {
  return new Date(text).toISOString();
}
