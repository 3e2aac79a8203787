import type { IncomingMessage, ServerResponse } from "node:http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { requestIdOf } from "../http/request-id.ts";
import { catalogue } from "../problem/catalogue.ts";
import { problemMediaType, problemOf } from "../problem/problem.ts";

const reason = "service.overloaded";
const { status } = catalogue[reason];
const message = "Too much is asked of us right now. Try again in a moment.";
const code = "SERVICE_UNAVAILABLE";

/** Whoever was refused at once must not be back at once: 1, 2 or 3 s. */
const retryAfterSeconds = () => 1 + Math.floor(Math.random() * 3);

/** Answers 503 without routing, hooks or log lines: under overload this is what most of the time goes to. */
export function refuse(request: IncomingMessage, response: ServerResponse): void {
  const requestId = requestIdOf(request);
  const url = request.url ?? "";
  const seconds = retryAfterSeconds();
  const isTrpc = url.startsWith("/trpc/");
  const body = isTrpc ? trpcBody(requestId, seconds) : restBody(requestId, url);
  // An array, because Node then sets no header one by one.
  response.writeHead(status, [
    "content-type",
    isTrpc ? "application/json; charset=utf-8" : problemMediaType,
    "content-length",
    String(Buffer.byteLength(body)),
    "retry-after",
    String(seconds),
    "cache-control",
    "no-store",
    "x-content-type-options",
    "nosniff",
    "x-request-id",
    requestId,
    ...(request.headers.origin === undefined || isTrpc ? [] : readable),
  ]);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Pages of other origins may use REST, so they may know why it refuses. */
const readable = [
  "access-control-allow-origin",
  "*",
  "access-control-expose-headers",
  "Retry-After, X-Request-Id",
];

function restBody(requestId: string, url: string): string {
  return JSON.stringify(problemOf({ reason, status, message, requestId }, { id: requestId, url }));
}

function trpcBody(requestId: string, seconds: number): string {
  const problem = { reason, status, message, requestId, retryAfterSeconds: seconds };
  const data = { code, httpStatus: status, problem };
  return JSON.stringify({ error: { message, code: TRPC_ERROR_CODES_BY_KEY[code], data } });
}
