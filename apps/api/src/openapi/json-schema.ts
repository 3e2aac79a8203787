import { z } from "zod";

export type Json = Record<string, unknown>;

/** A zod schema as JSON Schema inside the document: shared shapes are those of its components. */
export function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, $defs: __, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return JSON.parse(JSON.stringify(rest).replaceAll("#/$defs/", "#/components/schemas/")) as Json;
}

type Schema = z.core.JSONSchema.BaseSchema;

/** A value that fits a JSON Schema, for examples: its own example where it has one. */
export function sample(schema: Schema, shared = schema.$defs): unknown {
  if (schema.$ref !== undefined) {
    return sample(shared?.[schema.$ref.slice("#/$defs/".length)] as Schema, shared);
  }
  if (schema["example"] !== undefined) return schema["example"];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case "object": {
      const properties = Object.entries(schema.properties ?? {});
      return Object.fromEntries(
        properties.map(([name, of]) => [name, sample(of as Schema, shared)]),
      );
    }
    case "array":
      return [sample(schema.items as Schema, shared)];
    case "integer":
    case "number":
      return 1;
    case "boolean":
      return true;
    default: {
      const prefix = /^\^([a-z]+_)\[/.exec(schema.pattern ?? "")?.[1];
      return prefix === undefined ? "text" : `${prefix}01jv3ge8k2zt5y9m4n7q6r8s0w`;
    }
  }
}

/** Of these components, those that the rest of the document refers to. */
export function referred(kind: string, components: Json, ...document: unknown[]): Json {
  const text = JSON.stringify(document);
  return Object.fromEntries(
    Object.entries(components).filter(([name]) => text.includes(`"#/components/${kind}/${name}"`)),
  );
}
