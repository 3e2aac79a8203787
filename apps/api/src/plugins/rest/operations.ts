import type { RestOptions } from "@meridian/api/server.ts";
import type { AnyTRPCProcedure, AnyTRPCRouter } from "@trpc/server";
import type { z } from "zod";
import { proceduresOf } from "../../procedures.ts";
import { fieldsOf, type Field, type ObjectSchema } from "./fields.ts";

/** A procedure with a REST face. */
export type Operation = {
  /** Where it is in the router: `cart.setLine`. */
  procedure: string;
  capability: string;
  rest: RestOptions;
  /** Names of `{param}`s in the path. */
  pathParams: readonly string[];
  /** Fields of the input by where they come from; the rest come from query or body. */
  fields: ReadonlyMap<string, Field>;
  input: ObjectSchema;
  output: z.ZodType;
};

/** Input fields that come from headers: they are refused in a query or body. */
export const headerFields = {
  ifMatch: "expectedVersion",
  idempotencyKey: "idempotencyKey",
} as const;

/** Every procedure that declares a REST face, in the router's order. @throws when a declaration does not fit its input. */
export function operationsOf(router: AnyTRPCRouter): Operation[] {
  return proceduresOf(router).flatMap(({ name, procedure, meta }) =>
    meta?.rest === undefined ? [] : [operationOf(name, procedure, meta.rest)],
  );
}

function operationOf(name: string, procedure: AnyTRPCProcedure, rest: RestOptions): Operation {
  const { inputs, output } = procedure._def as unknown as {
    inputs: ObjectSchema[];
    output: z.ZodType;
  };
  const [input, ...more] = inputs;
  if (input?.def.type !== "object" || more.length > 0) {
    throw new Error(`${name}: a procedure with a REST face has exactly one input, an object`);
  }
  const fields = fieldsOf(input);
  const pathParams = [...rest.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const needed = [
    ...pathParams,
    ...Object.values(rest.recordParams ?? {}),
    ...(rest.ifMatch === undefined ? [] : [headerFields.ifMatch]),
  ];
  for (const field of needed) {
    if (!fields.has(field))
      throw new Error(`${name}: its REST face names ${field}, its input doesn't`);
  }
  const capability = name.slice(0, name.indexOf("."));
  return { procedure: name, capability, rest, pathParams, fields, input, output };
}

/** Whether the input's own fields come in the body; otherwise in the query. */
export function hasBody({ rest }: Operation): boolean {
  return rest.method === "POST" || rest.method === "PUT" || rest.method === "PATCH";
}

/** Fields that neither the path nor a header fills. */
export function ownFields({ fields, pathParams, rest }: Operation): string[] {
  const taken = new Set(pathParams);
  if (rest.ifMatch !== undefined) taken.add(headerFields.ifMatch);
  if (rest.idempotencyKey !== undefined) taken.add(headerFields.idempotencyKey);
  return [...fields.keys()].filter((name) => !taken.has(name));
}
