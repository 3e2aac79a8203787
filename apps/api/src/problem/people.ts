import type { Reason } from "@meridian/api/server.ts";
import { entry, type ReasonEntry } from "./entry.ts";

type PeopleReason = Extract<
  Reason,
  | `accounts.${string}`
  | `client.${string}`
  | `addresses.${string}`
  | `preferences.${string}`
  | `feedback.${string}`
  | "auth.credentials_invalid"
  | "auth.email_not_verified"
  | "auth.link_invalid"
  | "auth.code_invalid"
  | "auth.sign_in_again"
  | `auth.totp_${string}`
  | `auth.passkey_${string}`
>;

/** Of accounts and API clients, and what people are asked. */
export const people: Record<PeopleReason, ReasonEntry> = {
  "client.not_found": entry(404, "No such client", "There is no API client with this id."),
  "client.unknown_scope": entry(
    422,
    "Unknown scope",
    "A client was to get a scope that there is not; `details.scope` says which.",
  ),
  "auth.credentials_invalid": entry(
    401,
    "Not signed in",
    "The address or the password is not right. Which of the two is not told.",
  ),
  "auth.email_not_verified": entry(
    403,
    "Address not confirmed",
    "The account's address is not confirmed yet. Follow the link in the mail, or ask for another one.",
  ),
  "auth.link_invalid": entry(
    422,
    "Link not valid",
    "A link from a mail is good once, and not for long. Ask for a new one.",
  ),
  "auth.code_invalid": entry(
    401,
    "Wrong code",
    "The code is not right or was used already. An app shows a new one every 30 seconds; a backup code is good once.",
  ),
  "auth.sign_in_again": entry(
    401,
    "Sign in again",
    "There is no sign-in under way that this would complete, or it is too long ago. Begin with the password.",
  ),
  "auth.totp_on": entry(409, "Set up already", "The account has an authenticator app."),
  "auth.totp_off": entry(409, "Not set up", "The account has no authenticator app."),
  "auth.passkey_refused": entry(
    401,
    "Passkey refused",
    "The passkey is not known, or what it signed is not what was asked.",
  ),
  "auth.passkey_not_found": entry(404, "No such passkey", "The account has no such passkey."),
  "accounts.address_differs": entry(
    422,
    "Another address",
    "An account is erased by who names its e-mail address. Nothing was erased.",
  ),
  "accounts.version_mismatch": entry(
    412,
    "Account has changed",
    "The account was changed elsewhere first. `current` is what it is now; decide again with its ETag.",
  ),
  "addresses.not_found": entry(404, "No such address", "The user keeps no address with this id."),
  "addresses.version_mismatch": entry(
    412,
    "Address has changed",
    "The address was changed elsewhere first. `current` is what it is now; decide again with its ETag.",
  ),
  "addresses.precondition_required": entry(
    428,
    "If-Match required",
    "Send `If-Match` with the ETag of the address that you last saw.",
  ),
  "addresses.too_many": entry(
    409,
    "Too many addresses",
    "An account keeps at most `details.max` addresses. Remove one first.",
  ),
  "preferences.version_mismatch": entry(
    412,
    "Preferences have changed",
    "They were changed elsewhere first. `current` is what they are now; decide again with their ETag.",
  ),
  "preferences.precondition_required": entry(
    428,
    "If-Match required",
    "Send `If-Match` with the ETag of the preferences that you last saw.",
  ),
  "feedback.not_found": entry(
    404,
    "No such survey",
    "There is no survey at this link, or no answer to the survey with this id; one that nobody answered is forgotten after a year, with an account everything that it was asked.",
  ),
  "feedback.expired": entry(
    410,
    "Over",
    "A survey can be answered for a month after it was asked. This one was until `details.expiresAt`.",
  ),
  "feedback.already_answered": entry(
    409,
    "Answered already",
    "A survey is answered once; this one was at `details.answeredAt`. Whoever repeats a request does it with the same `Idempotency-Key`.",
  ),
  "feedback.wrong_choice": entry(
    422,
    "Not among the options",
    "`choice` is none that this survey offers; `details.choices` are those that it does.",
  ),
};
