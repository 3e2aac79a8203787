import type { Reason } from "@meridian/api/server.ts";
import { hasBody, type Operation } from "../plugins/rest/operations.ts";
import { catalogue } from "../problem/catalogue.ts";

/** Every reason that an operation may answer with: those that it declares, and those that its form brings along. */
export function reasonsOf(operation: Operation): Reason[] {
  const { rest, capability, fields } = operation;
  const reasons: Reason[] = [
    "request.invalid_input",
    "request.malformed",
    "request.unstorable_text",
    "request.value_out_of_range",
    "auth.token_invalid",
    "request.not_acceptable",
    "request.url_too_long",
    "request.headers_too_large",
    "request.rate_limited",
    "service.unavailable",
    "service.overloaded",
    "internal",
  ];
  if (fields.has("cursor")) reasons.push("page.bad_cursor");
  if (hasBody(operation)) {
    reasons.push(
      "request.broken_json",
      "request.too_deep",
      "request.too_large",
      "request.unsupported_media_type",
    );
  }
  if (rest.method !== "GET") reasons.push("request.invalid_header");
  if (rest.ifMatch === "required") reasons.push(`${capability}.precondition_required` as Reason);
  if (rest.idempotencyKey === "required") reasons.push("request.idempotency_key_required");
  if (rest.idempotencyKey !== undefined) {
    reasons.push("idempotency.in_progress", "idempotency.key_reused");
  }
  if (rest.scope !== undefined || rest.user) {
    reasons.push("auth.token_required", "auth.scope_missing");
  }
  if (rest.user) reasons.push("auth.user_required");
  reasons.push(...((rest.reasons ?? []) as readonly Reason[]));
  return [...new Set(reasons)];
}

/** Reasons by the status that they answer with, in ascending order. */
export function byStatus(reasons: readonly Reason[]): Map<number, Reason[]> {
  const sorted = reasons.toSorted((a, b) => catalogue[a].status - catalogue[b].status);
  const groups = new Map<number, Reason[]>();
  for (const reason of sorted) {
    const { status } = catalogue[reason];
    groups.set(status, [...(groups.get(status) ?? []), reason]);
  }
  return groups;
}
