import type { z } from "zod";
import { DomainError } from "./errors.ts";

/** Keyset position, and what a list takes along from page to page -> opaque text. */
export function encodeCursor(position: readonly (string | number | object | null)[]): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** @throws malformed `page.bad_cursor` when it was not made by {@link encodeCursor} with the same schema. */
export function decodeCursor<T extends z.ZodType>(cursor: string, schema: T): z.infer<T> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new DomainError("malformed", "page.bad_cursor", {
      message: "The cursor is not one that this list gave out.",
      errors: [{ pointer: "/cursor", message: "is not a cursor of this list" }],
      cause,
    });
  }
}
