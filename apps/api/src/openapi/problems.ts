import { reasons as detailSchemas, type Reason } from "@meridian/api/server.ts";
import { z } from "zod";
import { catalogue } from "../problem/catalogue.ts";
import { problemMediaType, typeOf } from "../problem/problem.ts";
import { headersNamed, ofEveryAnswer } from "./headers.ts";
import { jsonSchema, type Json } from "./json-schema.ts";
import { sample } from "./sample.ts";

const mediaType = problemMediaType.split(";", 1)[0] ?? problemMediaType;

/** RFC 9457 as this API fills it. */
const Problem = {
  type: "object",
  description: "Why a request was refused. Decide by `reason`; the other texts are for people.",
  required: ["type", "title", "status", "detail", "instance", "requestId", "reason"],
  properties: {
    type: { type: "string", format: "uri-reference", description: "Leads to the reason's text" },
    title: { type: "string" },
    status: { type: "integer", minimum: 400, maximum: 599 },
    detail: { type: "string", description: "One sentence for people; may change" },
    instance: { type: "string", format: "uri-reference" },
    requestId: { type: "string" },
    reason: { type: "string", description: "Stable: what to decide by" },
    details: { type: "object", description: "What belongs to the reason" },
    errors: {
      type: "array",
      description: "Fields that are wrong",
      items: {
        type: "object",
        required: ["pointer", "message"],
        properties: {
          pointer: { type: "string", description: "JSON pointer into the input (RFC 6901)" },
          message: { type: "string" },
        },
      },
    },
  },
};

export const problemSchemas = (used: readonly Reason[]): Json => ({
  Problem,
  ...Object.fromEntries(used.map((reason) => [schemaName(reason), problemSchema(reason)])),
});

function schemaName(reason: Reason): string {
  return `problem.${reason}`;
}

function problemSchema(reason: Reason): Json {
  const { status, title, meaning } = catalogue[reason];
  const schema: z.ZodObject = detailSchemas[reason];
  const details = jsonSchema(schema);
  const hasDetails = Object.keys(schema.shape).length > 0;
  return {
    title,
    description: meaning,
    allOf: [
      { $ref: "#/components/schemas/Problem" },
      {
        type: "object",
        ...(hasDetails && { required: ["details"] }),
        properties: {
          status: { const: status },
          reason: { const: reason },
          ...(hasDetails && { details }),
        },
      },
    ],
  };
}

/** Examples of problems, by reason. */
export const problemExamples = (used: readonly Reason[]): Json =>
  Object.fromEntries(used.map((reason) => [reason, example(reason)]));

/** Answers with a single reason, by reason: most operations share them. */
export const problemResponses = (used: readonly Reason[]): Json =>
  Object.fromEntries(used.map((reason) => [reason, ownResponse([reason])]));

/** The answer of one status: a problem of one of these reasons. */
export function problemResponse(reasons: readonly Reason[]): Json {
  return reasons.length === 1
    ? { $ref: `#/components/responses/${reasons[0]}` }
    : ownResponse(reasons);
}

function ownResponse(reasons: readonly Reason[]): Json {
  const refs = reasons.map((reason) => ({ $ref: `#/components/schemas/${schemaName(reason)}` }));
  return {
    description: reasons.map((reason) => `\`${reason}\`: ${catalogue[reason].title}`).join(" · "),
    headers: problemHeaders(reasons),
    content: {
      [mediaType]: {
        schema: refs.length === 1 ? refs[0] : { oneOf: refs },
        examples: Object.fromEntries(
          reasons.map((reason) => [reason, { $ref: `#/components/examples/${reason}` }]),
        ),
      },
    },
  };
}

function problemHeaders(reasons: readonly Reason[]): Json {
  const status = reasons[0] === undefined ? 500 : catalogue[reasons[0]].status;
  const names: string[] = [...ofEveryAnswer];
  if (status === 409 || status === 429 || status === 503) names.push("Retry-After");
  if (status === 401 || status === 403) names.push("WWW-Authenticate");
  if (status === 412) names.push("ETag");
  return headersNamed(names);
}

function example(reason: Reason): Json {
  const { status, title, meaning } = catalogue[reason];
  const schema: z.ZodObject = detailSchemas[reason];
  const hasDetails = Object.keys(schema.shape).length > 0;
  return {
    summary: title,
    value: {
      type: typeOf(reason),
      title,
      status,
      detail: meaning,
      instance: "/api/v1/...",
      requestId: "0198c2f4-5a51-7d7e-9d3e-1f4b8f0c6a21",
      reason,
      ...(hasDetails && { details: sample(z.toJSONSchema(schema)) }),
    },
  };
}
