import { z } from "zod";

const nothing = z.object({});

/** Reasons that any operation may be refused for, with their details. A capability's own are in its contract. */
export const reasons = {
  "request.invalid_input": nothing,
  "request.malformed": nothing,
  "request.broken_json": nothing,
  "request.invalid_header": z.object({ header: z.string() }),
  "request.idempotency_key_required": nothing,
  "request.unstorable_text": nothing,
  "request.too_deep": z.object({ max: z.number() }),
  "request.value_out_of_range": nothing,
  "page.bad_cursor": nothing,
  "auth.token_required": nothing,
  "auth.token_invalid": nothing,
  "auth.scope_missing": z.object({ scope: z.string() }),
  "auth.user_required": nothing,
  "auth.cross_site": nothing,
  "auth.too_many_attempts": z.object({ limit: z.number(), seconds: z.number() }),
  "request.not_found": nothing,
  "request.method_not_allowed": z.object({ allow: z.array(z.string()) }),
  "request.not_acceptable": z.object({ available: z.array(z.string()) }),
  "request.timeout": nothing,
  "idempotency.in_progress": nothing,
  "idempotency.key_reused": nothing,
  "request.too_large": z.object({ maxBytes: z.number() }),
  "request.range_not_satisfiable": z.object({ size: z.number() }),
  "request.url_too_long": z.object({ maxBytes: z.number() }),
  "request.headers_too_large": nothing,
  "request.unsupported_media_type": nothing,
  "request.rate_limited": z.object({ policy: z.string() }),
  "service.unavailable": nothing,
  "service.overloaded": nothing,
  internal: nothing,
} as const;
