import { randomUUID } from "node:crypto";

const reason = "service.unavailable";
const status = 503;
const message = "The shop can't be reached right now. Try again in a moment.";

/** The API's own answer to "out of reach", for when it is the API that is: a problem on REST, tRPC's envelope there. */
export function unreachable(pathname: string): Response {
  const requestId = randomUUID();
  const retryAfterSeconds = 1 + Math.floor(Math.random() * 3);
  const isTrpc = pathname.startsWith("/trpc/");
  const problem = { reason, status, message, requestId, retryAfterSeconds };
  // -32603: what tRPC numbers SERVICE_UNAVAILABLE.
  const data = { code: "SERVICE_UNAVAILABLE", httpStatus: status, problem };
  const body = isTrpc
    ? { error: { message, code: -32603, data } }
    : {
        type: `/docs/problems#${reason}`,
        title: "Not available",
        status,
        detail: message,
        instance: pathname,
        requestId,
        reason,
      };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": isTrpc ? "application/json" : "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(retryAfterSeconds),
      "x-request-id": requestId,
    },
  });
}
