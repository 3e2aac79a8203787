import type { FieldError, PublicError, Reason } from "@meridian/api/server.ts";
import { catalogue } from "./catalogue.ts";

/** RFC 9457, with what a client needs to decide by: `reason`, `details`, `errors`, `current`. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  requestId: string;
  reason: string;
  details?: Record<string, unknown>;
  errors?: FieldError[];
  current?: unknown;
};

export const problemMediaType = "application/problem+json; charset=utf-8";

/** `type` is relative to the API's own origin and never changes: it leads to the reason's text. */
export function typeOf(reason: string): string {
  return `/docs/problems#${reason}`;
}

export function problemOf(error: PublicError, request: { id: string; url: string }): Problem {
  const { reason, status, message, details, errors, current } = error;
  return {
    type: typeOf(reason),
    title: catalogue[reason as Reason]?.title ?? "Refused",
    status,
    detail: message,
    // Without the query: it may hold what a person searched for.
    instance: request.url.split("?", 1)[0]?.slice(0, 500) ?? "",
    requestId: request.id,
    reason,
    ...(details && { details }),
    ...(errors && { errors }),
    ...(current !== undefined && { current }),
  };
}
