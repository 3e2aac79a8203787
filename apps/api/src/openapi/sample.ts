import type { z } from "zod";

export type Schema = z.core.JSONSchema.BaseSchema;

/** Lists in lists in lists: so deep they are empty. */
const maxDepth = 8;

const byFormat: Record<string, string> = {
  email: "ada@example.com",
  uri: "https://example.com/",
  "date-time": "2026-01-31T12:00:00.000Z",
  date: "2026-01-31",
  uuid: "0198c2f4-5a51-7d7e-9d3e-1f4b8f0c6a21",
};

/** A value that fits a JSON Schema, for examples: its own example, or what it is by default, where it says so. */
export function sample(schema: Schema, shared = schema.$defs, depth = 0): unknown {
  const inner = (of: unknown) => sample(of as Schema, shared, depth + 1);
  if (schema.$ref !== undefined) return inner(shared?.[schema.$ref.slice("#/$defs/".length)] ?? {});
  for (const said of [schema["example"], schema.const, schema.default, schema.enum?.[0]]) {
    if (said !== undefined) return said;
  }
  const [alternative] = schema.anyOf ?? schema.oneOf ?? [];
  if (alternative !== undefined) return inner(alternative);
  switch (schema.type) {
    case "object": {
      const properties = Object.entries(schema.properties ?? {});
      return Object.fromEntries(properties.map(([name, of]) => [name, inner(of)]));
    }
    case "array":
      return depth > maxDepth ? [] : [inner(schema.items)];
    case "integer":
    case "number":
      return Math.max(1, schema.minimum ?? 1);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return textFor(schema);
  }
}

function textFor({ format, pattern, minLength = 0 }: Schema): string {
  if (format !== undefined && format in byFormat) return byFormat[format] ?? "";
  const id = /^\^([a-z]+_)\[/.exec(pattern ?? "")?.[1];
  if (id !== undefined) return `${id}01jv3ge8k2zt5y9m4n7q6r8s0w`;
  const [, letter, count] = /^\^\[(\w)[^\]]*\]\{(\d+)/.exec(pattern ?? "") ?? [];
  const text = letter === undefined ? "text" : letter.repeat(Number(count));
  // A place in a log is of two parts.
  const fits = (one: string) => pattern === undefined || new RegExp(pattern, "u").test(one);
  return [text.padEnd(minLength, "-"), "0:1"].find(fits) ?? text;
}
