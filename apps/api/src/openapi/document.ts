/**
 * The OpenAPI 3.1 document: generated from the procedures' own schemas and REST declarations, then
 * completed with what HTTP promises for all of them. Deterministic, and needs nothing but the router.
 */
import type { AnyTRPCRouter } from "@trpc/server";
import { generateOpenApiDocument } from "trpc-openapi";
import { operationsOf } from "../plugins/rest/operations.ts";
import { outputExample } from "./examples.ts";
import { requestHeaders, responseHeaders } from "./headers.ts";
import { completeOperation, type GeneratedOperation } from "./operation.ts";
import { referred, type Json } from "./json-schema.ts";
import { problemExamples, problemResponses, problemSchemas } from "./problems.ts";
import { projectRouter } from "./projection.ts";
import { reasonsOf } from "./refusals.ts";
import { securitySchemes } from "./security.ts";
import { filePaths, fileReasons } from "./files.ts";
import { streamPaths, streamReasons } from "./streams.ts";
import { tags, description } from "./text.ts";

export function openApiDocument(router: AnyTRPCRouter): Json {
  const operations = operationsOf(router);
  const generated = generateOpenApiDocument(projectRouter(operations) as never, {
    title: "Meridian",
    version: "1.0.0",
    openApiVersion: "3.1.0",
    baseUrl: "/api/v1",
    description,
    license: { name: "MIT", identifier: "MIT" },
  }) as unknown as {
    paths: Record<string, Record<string, GeneratedOperation>>;
    components: { schemas: Json };
  };
  const paths: Record<string, Json> = {};
  const outputExamples: Record<string, { value: unknown }> = {};
  for (const operation of operations) {
    const { path, method } = operation.rest;
    const verb = method.toLowerCase();
    const one = generated.paths[path]?.[verb];
    if (one === undefined) throw new Error(`${operation.procedure} is missing in the document`);
    const example = outputExample(operation, one.responses["200"]?.content ?? {});
    if (example !== undefined) outputExamples[example.name] = { value: example.value };
    paths[path] = { ...paths[path], [verb]: completeOperation(operation, one) };
  }
  const used = [
    ...new Set([...operations.flatMap(reasonsOf), ...fileReasons, ...streamReasons]),
  ].toSorted();
  const everyPath = { ...paths, ...streamPaths, ...filePaths };
  const responses = referred("responses", problemResponses(used), everyPath);
  return {
    ...generated,
    servers: [{ url: "/api/v1", "x-internal": false }],
    tags,
    paths: everyPath,
    components: {
      securitySchemes,
      parameters: requestHeaders,
      headers: referred("headers", responseHeaders, everyPath, responses),
      schemas: sorted({ ...generated.components.schemas, ...problemSchemas(used) }),
      responses,
      examples: referred(
        "examples",
        { ...sorted(outputExamples), ...problemExamples(used) },
        everyPath,
        responses,
      ),
    },
  };
}

function sorted(record: Json): Json {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
