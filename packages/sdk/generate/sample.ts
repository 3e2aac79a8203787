import type { Document } from "./document.ts";

export type Schema = {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  minimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
};

const usual: Record<string, string> = {
  email: "ada@example.com",
  country: "DE",
  postalCode: "10115",
  trackingUrl: "https://example.com/4711",
};

/** A value that an integrator can begin with: what is required (all, where nothing is), by its example where there is one, ids as variables. */
export function sample(document: Document, given: Schema, name = ""): unknown {
  const schema = resolve(document, given);
  const { type, items, properties = {}, required = Object.keys(properties) } = schema;
  const told = [
    schema.const,
    schema.example,
    schema.examples?.[0],
    schema.default,
    schema.enum?.[0],
  ];
  const known = told.find((value) => value !== undefined);
  if (known !== undefined) return known;
  const choice = (schema.oneOf ?? schema.anyOf ?? schema.allOf)?.[0];
  if (choice !== undefined) return sample(document, choice, name);
  if (type === "object") {
    return Object.fromEntries(
      required.map((property) => [
        property,
        sample(document, properties[property] ?? {}, property),
      ]),
    );
  }
  if (type === "array")
    return (schema.minItems ?? 0) > 0 ? [sample(document, items ?? {}, name)] : [];
  if (type === "integer" || type === "number") return Math.max(1, schema.minimum ?? 1);
  if (type === "boolean") return true;
  if (name in usual) return usual[name];
  return name.endsWith("Id") ? `{{${name}}}` : name;
}

function resolve({ components }: Document, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.slice("#/components/schemas/".length);
  return (components["schemas"] as Record<string, Schema>)[name] ?? {};
}
