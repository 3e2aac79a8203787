import { DomainError, pointerToken } from "@meridian/api/server.ts";
import { findBadMember } from "./member-names.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * A request body as JSON, read strictly: UTF-8, no member twice, none that would reach a prototype.
 * An empty body is no body: `undefined`.
 * @throws malformed `request.broken_json`, `request.invalid_input`
 */
export function parseJsonBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(body);
  } catch (cause) {
    throw broken("The body is not UTF-8.", cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw broken("The body is not valid JSON.", cause);
  }
  const name = findBadMember(text);
  if (name !== undefined) {
    throw new DomainError("malformed", "request.invalid_input", {
      message: "The input does not have the right shape.",
      errors: [
        { pointer: `/${pointerToken(name.slice(0, 100))}`, message: "is not allowed twice" },
      ],
    });
  }
  return value;
}

function broken(message: string, cause: unknown): DomainError {
  return new DomainError("malformed", "request.broken_json", { message, cause });
}
