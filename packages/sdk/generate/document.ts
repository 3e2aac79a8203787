import type { Schema } from "./sample.ts";

/** The parts of an OpenAPI document that the SDK is made of. */
export type Document = {
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter> } & Record<string, unknown>;
};

export type Operation = {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  deprecated?: boolean;
  security?: Record<string, string[]>[];
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: Record<string, { schema?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
};

export type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema?: Schema;
  style?: string;
  explode?: boolean;
};

export type Described = {
  id: string;
  method: string;
  path: string;
  operation: Operation;
  parameters: Parameter[];
};

/** Every operation in the document's order, its parameters resolved. */
export function operationsOf({ paths, components }: Document): Described[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      operation,
      parameters: (operation.parameters ?? []).map((one) => resolve(components.parameters, one)),
    })),
  );
}

function resolve(known: Record<string, Parameter>, one: Parameter | { $ref: string }): Parameter {
  if (!("$ref" in one)) return one;
  const name = one.$ref.slice(one.$ref.lastIndexOf("/") + 1);
  const found = known[name];
  if (found === undefined) throw new Error(`${one.$ref} leads nowhere`);
  return found;
}

export const mediaTypes = (of: { content?: Record<string, unknown> } | undefined) =>
  Object.keys(of?.content ?? {});
