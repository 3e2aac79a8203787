import { z } from "zod";

export type Json = Record<string, unknown>;

/** A zod schema as JSON Schema inside the document: shared shapes are those of its components. */
export function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, $defs: __, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return JSON.parse(JSON.stringify(rest).replaceAll("#/$defs/", "#/components/schemas/")) as Json;
}

/** Of these components, those that the rest of the document refers to. */
export function referred(kind: string, components: Json, ...document: unknown[]): Json {
  const text = JSON.stringify(document);
  return Object.fromEntries(
    Object.entries(components).filter(([name]) => text.includes(`"#/components/${kind}/${name}"`)),
  );
}
