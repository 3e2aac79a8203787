import { z } from "zod";
import { ownFields, type Operation } from "../plugins/rest/operations.ts";
import type { Json } from "./json-schema.ts";
import { sample, type Schema } from "./sample.ts";

/** A body that the operation accepts; undefined where none can be made of its schema. */
export function bodyExample(operation: Operation): unknown {
  const shape = ownFields(operation).map((name) => [
    name,
    operation.input.shape[name] as z.ZodType,
  ]);
  const body = z.strictObject(Object.fromEntries(shape) as Record<string, z.ZodType>);
  const example = sample(
    z.toJSONSchema(body, {
      io: "input",
      reused: "inline",
      unrepresentable: "any",
    }) as Schema,
  );
  return body.safeParse(example).success ? example : undefined;
}

/** An answer, under the name of its shape where several operations share that; undefined as above. */
export function outputExample({ procedure, output }: Operation, content: unknown) {
  const example = sample(z.toJSONSchema(output, { unrepresentable: "any" }) as Schema);
  if (example === undefined || !output.safeParse(example).success) return undefined;
  const { schema } = (content as Record<string, { schema?: Json }>)["application/json"] ?? {};
  const shared = /^#\/components\/schemas\/(.+)$/.exec(String(schema?.["$ref"]))?.[1];
  return { name: shared ?? procedure, value: example };
}
