import type { Reason } from "@meridian/api/server.ts";
import { entry, type ReasonEntry } from "./entry.ts";
import { goods } from "./goods.ts";
import { people } from "./people.ts";
import { purchases } from "./purchases.ts";

/** What each reason means to a caller: its status, its `title`, and its text on /docs/problems. Complete by its type. */
export const catalogue: Record<Reason, ReasonEntry> = {
  ...goods,
  ...purchases,
  ...people,
  "request.invalid_input": entry(
    400,
    "Invalid input",
    "Fields are missing, unknown or of the wrong type. `errors` names each of them. Values of a query are read as the field's type; a body's are taken as they are, so `\"5\"` is not a number.",
  ),
  "request.malformed": entry(
    400,
    "Malformed request",
    "The request could not be read as HTTP with a percent-encoded UTF-8 address.",
  ),
  "request.broken_json": entry(
    400,
    "Broken JSON",
    "The body is not JSON in UTF-8. Nothing of it was looked at.",
  ),
  "request.invalid_header": entry(
    400,
    "Invalid header",
    "A header does not have the form that it must have; `details.header` names it. An ETag is sent back with its quotes, and to an operation that takes `If-Match`: where there is no version, none can be expected.",
  ),
  "request.idempotency_key_required": entry(
    400,
    "Idempotency-Key required",
    "This operation moves money or stock. Send an `Idempotency-Key` that is new for each intent and the same for each retry, so that a retry can never do it twice.",
  ),
  "request.unstorable_text": entry(
    400,
    "Text that can't be stored",
    "A text holds U+0000 or half of a surrogate pair; `errors` says where.",
  ),
  "request.too_deep": entry(
    400,
    "Nested too deeply",
    "The input is nested deeper than anything that this API reads.",
  ),
  "request.value_out_of_range": entry(
    400,
    "Value out of range",
    "A number or a date lies outside of what can be stored.",
  ),
  "page.bad_cursor": entry(
    400,
    "Unknown cursor",
    "A cursor is only good for the list that gave it out. Begin again without one.",
  ),
  "auth.token_required": entry(
    401,
    "Token required",
    "This needs an access token: `Authorization: Bearer ...`.",
  ),
  "auth.token_invalid": entry(
    401,
    "Token not valid",
    "The access token is not known or no longer valid. A request with a wrong token is refused even where none is needed.",
  ),
  "auth.scope_missing": entry(
    403,
    "Scope missing",
    "The access token is valid but lacks the scope in `details.scope`.",
  ),
  "auth.user_required": entry(
    403,
    "A user's own",
    "This belongs to a user. Ask with a token that a user gave to your application (authorization code), not with the client's own.",
  ),
  "auth.too_many_attempts": entry(
    429,
    "Too many attempts",
    "Signing in and asking for tokens is limited: at most `details.limit` in `details.seconds`. `Retry-After` says when to go on.",
  ),
  "auth.cross_site": entry(
    403,
    "Cross-site write",
    "A write that carries a cookie must come from the shop's own pages.",
  ),
  "request.not_found": entry(404, "Not found", "There is nothing at this address."),
  "request.method_not_allowed": entry(
    405,
    "Method not allowed",
    "The address exists but not with this method. `Allow` lists those that it has.",
  ),
  "request.not_acceptable": entry(
    406,
    "Not acceptable",
    "The `Accept` header leaves out everything that this address can answer with.",
  ),
  "request.timeout": entry(408, "Too slow", "The request took too long to arrive."),
  "idempotency.in_progress": entry(
    409,
    "Still running",
    "The first request with this `Idempotency-Key` has not been answered yet. Ask again after `Retry-After`.",
  ),
  "idempotency.key_reused": entry(
    422,
    "Key used for something else",
    "This `Idempotency-Key` was used with another input. Make a new key for a new intent.",
  ),
  "request.too_large": entry(413, "Body too large", "A body may have `details.maxBytes` bytes."),
  "request.range_not_satisfiable": entry(
    416,
    "No such range",
    "The range that was asked for begins behind the end; there are `details.size` bytes.",
  ),
  "request.url_too_long": entry(
    414,
    "Address too long",
    "An address may have `details.maxBytes` bytes.",
  ),
  "request.headers_too_large": entry(
    431,
    "Headers too large",
    "The header section is larger than the server reads.",
  ),
  "request.unsupported_media_type": entry(
    415,
    "Unsupported media type",
    "Bodies are `application/json` in UTF-8, without content coding.",
  ),
  "request.rate_limited": entry(
    429,
    "Too many requests",
    "You have used up the quota of `details.policy`; `RateLimit-Policy` says what it grants. Nothing was done. Ask again after `Retry-After`, with the same `Idempotency-Key` if there was one.",
  ),
  "service.unavailable": entry(
    503,
    "Not available",
    "Something that is needed for an answer is out of reach for a moment. Try again after `Retry-After`, with the same `Idempotency-Key` if there was one.",
  ),
  "service.overloaded": entry(
    503,
    "Too busy",
    "More is asked of this process than it can answer in time, so it refused before it did anything. Try again after `Retry-After`, with the same `Idempotency-Key` if there was one, and wait longer each time.",
  ),
  internal: entry(
    500,
    "Internal error",
    "A defect on our side. It has been logged under `requestId`.",
  ),

  "events.cursor_gone": entry(
    410,
    "Cursor is gone",
    "Events behind this cursor are no longer kept, or the cursor is of another log. Read anew what you derive from events, then go on behind `details.oldest`, or with `after=latest`.",
  ),
  "events.unknown_type": entry(
    422,
    "Unknown type of event",
    "No event has this type; `details.types` are those that there are.",
  ),
  "webhooks.not_found": entry(404, "No such webhook", "There is no webhook with this id."),
  "webhooks.precondition_required": entry(
    428,
    "If-Match required",
    "Send `If-Match` with the webhook's ETag, so that no other change is lost.",
  ),
  "webhooks.version_mismatch": entry(
    412,
    "The webhook has changed",
    "Somebody changed it since you read it. `current` is what it is now.",
  ),
  "webhooks.url_refused": entry(
    422,
    "URL refused",
    "A webhook leads to a public address by https; `details.why` says what is wrong. Who develops a receiver on the shop's own machine starts it with `WEBHOOKS_TO_LOCAL=1`.",
  ),
  "webhooks.too_many": entry(
    422,
    "Too many webhooks",
    "There can be `details.max` webhooks. Remove one that is not used.",
  ),
  "webhooks.disabled": entry(
    409,
    "Webhook disabled",
    "Nothing is sent to a disabled webhook. Enable it first.",
  ),
  "webhooks.event_not_found": entry(
    404,
    "No such event",
    "This webhook was sent no such event, or it is no longer in its log. A range brings any event that the feed still has.",
  ),
  "webhooks.bad_range": entry(
    422,
    "Not a range",
    "Name an `eventId`, or a range: `after`, and `until` behind it in the log.",
  ),

  "live.too_many_topics": entry(
    400,
    "Too many topics",
    "One stream carries at most `details.max` topics.",
  ),
  "live.unavailable": entry(
    503,
    "Live is not available",
    "The stream can't be served for a moment. Connect again after `Retry-After`.",
  ),
};
