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

/** A part of a JSON pointer (RFC 6901). */
export function pointerToken(part: PropertyKey): string {
  return String(part).replaceAll("~", "~0").replaceAll("/", "~1");
}
