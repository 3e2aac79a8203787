import type { z } from "zod";

/**
 * What the host knows of one input field: enough to turn text of a query or path into it. Read once
 * from the schema and kept apart, because the schemas are shared with tRPC and must never change.
 */
export type Field =
  | { kind: "text" | "number" | "boolean" | "json" }
  | { kind: "list"; of: Field }
  | { kind: "record"; of: Field };

export type ObjectSchema = z.ZodObject<z.ZodRawShape>;

export function fieldsOf(schema: ObjectSchema): Map<string, Field> {
  return new Map(Object.entries(schema.shape).map(([name, type]) => [name, fieldOf(type)]));
}

type Def = {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
};

function fieldOf(schema: unknown): Field {
  const def = (schema as { def: Def }).def;
  switch (def.type) {
    case "optional":
    case "default":
    case "prefault":
    case "nullable":
    case "readonly":
    case "catch":
      return fieldOf(def.innerType);
    case "pipe":
      return fieldOf(def.in);
    case "number":
    case "int":
      return { kind: "number" };
    case "boolean":
      return { kind: "boolean" };
    case "array":
      return { kind: "list", of: fieldOf(def.element) };
    case "record":
      return { kind: "record", of: fieldOf(def.valueType) };
    case "string":
    case "enum":
    case "literal":
    case "template_literal":
      return { kind: "text" };
    default:
      return { kind: "json" };
  }
}

const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * Text as the field's type, or the text itself when it is none: the schema then says what is wrong with
 * it. `"false"` is false; `""`, `"0x10"` and `"1e3"` are not numbers.
 */
export function coerce(field: Field, text: string): unknown {
  if (field.kind === "number" && decimal.test(text)) return Number(text);
  if (field.kind === "boolean" && text === "true") return true;
  if (field.kind === "boolean" && text === "false") return false;
  return text;
}
