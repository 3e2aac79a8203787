import type { AnyTRPCRouter } from "@trpc/server";
import { z } from "zod";
import { hasBody, ownFields, type Operation } from "../plugins/rest/operations.ts";

/**
 * The router as the document generator may see it: a new object schema per operation, without the
 * fields that headers or record parameters fill (the generator knows neither). The shared schemas are
 * only read; nothing that the generator derives can reach tRPC.
 */
export function projectRouter(operations: readonly Operation[]): AnyTRPCRouter {
  const procedures = operations.map((operation) => [operation.procedure, projected(operation)]);
  return { _def: { procedures: Object.fromEntries(procedures) } } as unknown as AnyTRPCRouter;
}

function projected(operation: Operation) {
  const { rest, pathParams, input, output } = operation;
  const records = new Set(hasBody(operation) ? [] : Object.values(rest.recordParams ?? {}));
  const names = [...pathParams, ...ownFields(operation).filter((name) => !records.has(name))];
  const shape = Object.fromEntries(names.map((name) => [name, input.shape[name] as z.ZodType]));
  const openapi = {
    method: rest.method,
    path: rest.path,
    operationId: operation.procedure,
    summary: rest.summary,
    tags: [rest.tag],
    protect: rest.scope !== undefined,
    errorResponses: [],
    ...(rest.description !== undefined && { description: rest.description }),
  };
  const type = rest.method === "GET" ? "query" : "mutation";
  return { _def: { type, meta: { openapi }, inputs: [z.strictObject(shape)], output } };
}
