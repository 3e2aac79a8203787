import { STATUS_CODES } from "node:http";
import type { z } from "zod";
import type { Operation } from "../plugins/rest/operations.ts";
import { bodyExample, outputExample } from "./examples.ts";
import { headersNamed, ofEveryAnswer, type requestHeaders } from "./headers.ts";
import { jsonSchema, type Json } from "./json-schema.ts";
import { problemResponse } from "./problems.ts";
import { byStatus, reasonsOf } from "./refusals.ts";
import { securityOf } from "./security.ts";

export type GeneratedOperation = Json & {
  parameters?: Json[];
  requestBody?: { required: boolean; content: Json };
  responses: Record<string, { description: string; headers?: Json; content?: Json }>;
};

const parameter = (name: keyof typeof requestHeaders) => ({
  $ref: `#/components/parameters/${name}`,
});

/** Adds to a generated operation what HTTP promises beyond its schemas. */
export function completeOperation(operation: Operation, generated: GeneratedOperation): Json {
  const { rest } = operation;
  const { responses, requestBody, ...head } = generated;
  const content = responses["200"]?.content;
  const example = outputExample(operation, content ?? {});
  return {
    ...head,
    ...(rest.deprecated && { deprecated: true }),
    security: securityOf(operation),
    parameters: [
      ...(generated.parameters ?? []).map((one) => describe(operation, one)),
      ...recordParameters(operation),
      ...headerParameters(operation),
    ],
    ...(requestBody && { requestBody: describeBody(operation, requestBody.content) }),
    responses: {
      ...Object.fromEntries(
        (rest.statusOf?.statuses ?? [rest.status ?? 200]).map((status) => [
          String(status),
          successResponse(operation, status, withExample(content, example?.name)),
        ]),
      ),
      ...(rest.method === "GET" && { "304": notModified }),
      ...Object.fromEntries(
        [...byStatus(reasonsOf(operation))].map(([status, reasons]) => [
          String(status),
          problemResponse(reasons),
        ]),
      ),
    },
  };
}

function describeBody(operation: Operation, content: Json): Json {
  const example = bodyExample(operation);
  const json = content["application/json"] as Json;
  return {
    required: isBodyNeeded(operation),
    content: {
      "application/json": { ...json, ...(example !== undefined && { example }) },
    },
  };
}

function withExample(content: Json | undefined, name: string | undefined): Json | undefined {
  const json = content?.["application/json"] as Json | undefined;
  if (json === undefined || name === undefined) return content;
  const examples = { [name]: { $ref: `#/components/examples/${name}` } };
  return { ...content, "application/json": { ...json, examples } };
}

/** The generator unwraps optional fields, and what they say of themselves is lost with the wrapping. */
function describe({ input }: Operation, parameter: Json): Json {
  const schema = input.shape[String(parameter["name"])] as z.ZodType | undefined;
  const description = schema?.meta()?.description;
  return description === undefined ? parameter : { ...parameter, description };
}

const notModified = {
  description: "What you have is still right",
  headers: headersNamed([...ofEveryAnswer, "ETag", "Cache-Control", "Vary"]),
};

function successResponse({ rest, fields }: Operation, status: number, content: unknown): Json {
  const names = [...ofEveryAnswer, "Cache-Control"];
  if (status !== 204) names.push("ETag");
  if (fields.has("language")) names.push("Content-Language");
  if (rest.method === "GET" && fields.has("cursor")) names.push("Link");
  if (rest.deprecated !== undefined) names.push("Deprecation");
  if (rest.deprecated?.sunset !== undefined) names.push("Sunset");
  if (status === 201 && rest.location !== undefined) names.push("Location");
  if (rest.idempotencyKey !== undefined) names.push("Idempotency-Replayed");
  const streamed = { "text/event-stream": { schema: { type: "string" } } };
  return {
    description: STATUS_CODES[status] ?? "Success",
    headers: headersNamed(names),
    ...(status !== 204 && {
      content: rest.stream === undefined ? content : { ...(content as Json), ...streamed },
    }),
  };
}

function headerParameters({ rest }: Operation): Json[] {
  return [
    ...(rest.ifMatch === "required" ? [parameter("IfMatch")] : []),
    ...(rest.ifMatch === "optional" ? [parameter("IfMatchOptional")] : []),
    ...(rest.method === "GET" ? [parameter("IfNoneMatch")] : []),
    ...(rest.idempotencyKey === "required" ? [parameter("IdempotencyKey")] : []),
    ...(rest.idempotencyKey === "optional" ? [parameter("IdempotencyKeyOptional")] : []),
    ...(rest.stream === undefined ? [] : [parameter("LastEventId")]),
  ];
}

function recordParameters({ rest, input }: Operation): Json[] {
  return Object.entries(rest.recordParams ?? {}).map(([prefix, field]) => {
    const schema = input.shape[field] as z.ZodType;
    return {
      name: prefix,
      in: "query",
      style: "deepObject",
      explode: true,
      description: `${schema.meta()?.description ?? ""}. \`${prefix}.Color=Red,Blue\` says the same as \`${prefix}[Color]=Red&${prefix}[Color]=Blue\`.`,
      schema: jsonSchema(schema),
    };
  });
}

function isBodyNeeded({ input, pathParams }: Operation): boolean {
  const filled = new Set([...pathParams, "expectedVersion", "idempotencyKey"]);
  return Object.entries(input.shape).some(
    ([name, schema]) => !filled.has(name) && !(schema as z.ZodType).safeParse(undefined).success,
  );
}
