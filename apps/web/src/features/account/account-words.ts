/** What the account's refusals mean to a shopper. */
import type { PublicError } from "@meridian/api/kernel/public-error.ts";

/** `15 minutes` for 890. */
function minutes(seconds: number): string {
  const count = Math.max(1, Math.ceil(seconds / 60));
  return count === 1 ? "a minute" : `${count} minutes`;
}

/** Undefined: nothing that an account's form has words for. */
export function accountWords({ reason, retryAfterSeconds }: PublicError): string | undefined {
  switch (reason) {
    case "auth.credentials_invalid":
      return "The address or the password is not right.";
    case "auth.too_many_attempts":
      return `That was often. Wait ${minutes(retryAfterSeconds ?? 60)}, then try again.`;
    case "auth.code_invalid":
      return "That code is not right, or was used already. Take the one that shows now.";
    case "auth.passkey_refused":
      return "This passkey is not known here. Use your password.";
    case "auth.link_invalid":
      return "This link was used already, or is too old.";
    case "auth.token_required":
      return "You are signed out. Sign in again, and go on.";
    default:
      return undefined;
  }
}
