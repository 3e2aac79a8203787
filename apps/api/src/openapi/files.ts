import type { Reason } from "@meridian/api/server.ts";
import { headersNamed, ofEveryAnswer } from "./headers.ts";
import { problemResponse } from "./problems.ts";

const oneOf = (...scopes: string[]) => scopes.map((scope) => ({ oauth2: [scope] }));
const ofImports = { tags: ["Bulk"], security: oneOf("catalog:write", "inventory:write") };
const ofExports = { tags: ["Bulk"], security: oneOf("catalog:write", "inventory:read") };
const jobId = {
  name: "jobId",
  in: "path",
  required: true,
  schema: { type: "string", pattern: "^job_[0-9a-hjkmnp-tv-z]{26}$" },
};
const bytes = { schema: { type: "string" } };
const rows = { "text/csv": bytes, "application/x-ndjson": bytes };
const ofFile = headersNamed([...ofEveryAnswer, "ETag", "Cache-Control"]);
const problems = {
  "401": problemResponse(["auth.token_required", "auth.token_invalid"]),
  "403": problemResponse(["auth.scope_missing"]),
  "404": problemResponse(["bulk.job_not_found"]),
  "414": problemResponse(["request.url_too_long"]),
  "429": problemResponse(["request.rate_limited"]),
  "431": problemResponse(["request.headers_too_large"]),
  "500": problemResponse(["internal"]),
  "503": problemResponse(["service.unavailable", "service.overloaded"]),
};

/** Those that no procedure answers with. */
export const fileReasons = [
  "bulk.wrong_offset",
  "bulk.other_sender",
  "request.range_not_satisfiable",
] as const satisfies Reason[];

/** Files go by as bytes, and have no place among the procedures' answers: they are described by hand. */
export const filePaths = {
  "/imports/{jobId}/file": {
    put: {
      operationId: "bulk.sendFile",
      summary: "Send the file of an import",
      description:
        "Any size up to 1 GB. What has arrived stays: who is cut off asks for `fileBytes` and sends the rest with `offset`; `more=true` says that it is not the last part. With the last part the import is queued.",
      ...ofImports,
      parameters: [
        jobId,
        {
          name: "offset",
          in: "query",
          description: "Place in the file of the first byte that is sent; 0 begins anew",
          schema: { type: "integer", minimum: 0, maximum: 999_999_999_999, default: 0 },
        },
        { name: "more", in: "query", schema: { type: "boolean", default: false } },
      ],
      requestBody: {
        required: true,
        content: { ...rows, "application/octet-stream": bytes },
      },
      responses: {
        "200": {
          description: "OK",
          headers: headersNamed([...ofEveryAnswer, "ETag", "Cache-Control"]),
          content: { "application/json": { schema: { $ref: "#/components/schemas/Job" } } },
        },
        "400": problemResponse(["request.invalid_input"]),
        ...problems,
        "409": problemResponse(["bulk.wrong_state", "bulk.wrong_offset", "bulk.other_sender"]),
        "413": problemResponse(["request.too_large"]),
        "415": problemResponse(["request.unsupported_media_type"]),
      },
    },
  },
  "/imports/{jobId}/refusals": {
    get: {
      operationId: "bulk.listRefusals",
      summary: "Which rows of an import did not go in, and why",
      ...ofImports,
      parameters: [
        jobId,
        {
          name: "format",
          in: "query",
          schema: { type: "string", enum: ["csv", "ndjson"], default: "csv" },
        },
      ],
      responses: {
        "200": {
          description: "Line, column and reason of each",
          headers: headersNamed([...ofEveryAnswer, "Cache-Control"]),
          content: rows,
        },
        "400": problemResponse(["request.invalid_input"]),
        ...problems,
      },
    },
  },
  "/exports/{jobId}/file": {
    get: {
      operationId: "bulk.getFile",
      summary: "Get the file of an export",
      description:
        "It never changes, so that a download goes on with `Range` where it was cut off.",
      ...ofExports,
      parameters: [
        jobId,
        { name: "Range", in: "header", schema: { type: "string" }, example: "bytes=1048576-" },
      ],
      responses: {
        "200": { description: "OK", headers: ofFile, content: rows },
        "206": { description: "The part that was asked for", headers: ofFile, content: rows },
        "304": { description: "What you have is still right", headers: ofFile },
        "400": problemResponse(["request.invalid_input"]),
        ...problems,
        "409": problemResponse(["bulk.wrong_state"]),
        "416": problemResponse(["request.range_not_satisfiable"]),
      },
    },
  },
} as const;
