import { DomainError, pointerToken } from "@meridian/api/server.ts";
import type { QueryField } from "../../http/query.ts";
import { coerce, type Field } from "./fields.ts";

/**
 * The input that a query says. A list is given by repetition or with commas; a record as
 * `option.Color=Red` or `option[Color]=Red`, where only a literal comma separates (a value may hold one).
 * A name that is no field stays in, so that the strict schema refuses it by name.
 * @throws malformed `request.invalid_input` when a single value is given twice
 */
export function queryInput(
  query: readonly QueryField[],
  fields: ReadonlyMap<string, Field>,
  recordParams: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  const input = new Map<string, unknown>();
  for (const given of query) {
    const member = memberOf(given.name, recordParams);
    const field = fields.get(member?.name ?? given.name);
    if (member !== undefined && field?.kind === "record") {
      const record = (input.get(member.name) ?? new Map()) as Map<string, unknown>;
      add(record, member.key, given.parts, field.of, given.name);
      input.set(member.name, record);
    } else if (field === undefined || field.kind === "record") {
      input.set(given.name, given.value);
    } else {
      // A list of ids or words: no value of it holds a comma, so an encoded one separates as well.
      add(input, given.name, given.value.split(","), field, given.name, given.value);
    }
  }
  return Object.fromEntries(
    [...input].map(([name, value]) => [
      name,
      value instanceof Map ? Object.fromEntries(value) : value,
    ]),
  );
}

function add(
  into: Map<string, unknown>,
  name: string,
  parts: readonly string[],
  field: Field,
  given: string,
  whole = parts.join(","),
): void {
  if (field.kind === "list") {
    const before = (into.get(name) ?? []) as unknown[];
    into.set(name, [...before, ...parts.map((part) => coerce(field.of, part))]);
  } else if (into.has(name)) {
    throw new DomainError("malformed", "request.invalid_input", {
      message: "The input does not have the right shape.",
      errors: [{ pointer: `/${pointerToken(given)}`, message: "must be given once" }],
    });
  } else {
    into.set(name, coerce(field, whole));
  }
}

/** `option.Color` and `option[Color]` -> the member `Color` of the record that `option` fills. */
function memberOf(
  name: string,
  recordParams: Readonly<Record<string, string>>,
): { name: string; key: string } | undefined {
  const match = /^([^.[]+)(?:\.([^]+)|\[([^]+)\])$/.exec(name);
  const record = match?.[1] === undefined ? undefined : recordParams[match[1]];
  return record === undefined ? undefined : { name: record, key: match?.[2] ?? match?.[3] ?? "" };
}
