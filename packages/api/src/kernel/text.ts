import { DomainError, type FieldError } from "./errors.ts";

/** Deeper than any input; shallow enough that nothing which walks an input can run out of stack. */
const maxDepth = 32;

/**
 * Refuses text that PostgreSQL can't store as it was sent: NUL has no place in `text` or `jsonb`, and a
 * lone surrogate would be silently replaced. Here once, so that no capability has to think of it.
 * @throws malformed `request.unstorable_text`, `request.too_deep`
 */
export function requireStorableText(input: unknown): void {
  const errors: FieldError[] = [];
  walk(input, "", 0, errors);
  if (errors.length > 0) {
    throw new DomainError("malformed", "request.unstorable_text", {
      message: "The input holds characters that can't be stored.",
      errors,
    });
  }
}

function walk(value: unknown, pointer: string, depth: number, errors: FieldError[]): void {
  if (typeof value === "string") {
    if (value.includes("\0")) errors.push({ pointer, message: "must not hold U+0000" });
    else if (!value.isWellFormed()) errors.push({ pointer, message: "must be whole Unicode text" });
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (depth >= maxDepth) {
    throw new DomainError("malformed", "request.too_deep", {
      message: `The input is nested more than ${maxDepth} levels deep.`,
      details: { max: maxDepth },
    });
  }
  for (const key in value) {
    const at = `${pointer}/${pointerToken(key)}`;
    if (key.includes("\0") || !key.isWellFormed()) {
      errors.push({ pointer, message: "has a field whose name can't be stored" });
    }
    walk((value as Record<string, unknown>)[key], at, depth + 1, errors);
  }
}

/** Control characters, marks that turn the direction of what follows, and what nobody sees. Joiners stay: emoji need them. */
const unseen = /(?!\n)\p{Cc}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
/** More marks on one letter than any language has. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

/** What somebody wrote, as text that does nothing but be read: paragraphs stay. */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(unseen, "")
    .replaceAll(piledMarks, "$1")
    .replaceAll(/[^\S\n]+\n/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** {@link plainText} on one line. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll(/\s+/g, " ");
}

/** A part of a JSON pointer (RFC 6901). */
export function pointerToken(part: PropertyKey): string {
  return String(part).replaceAll("~", "~0").replaceAll("/", "~1");
}
