/** The library's answers and refusals, as ours. */
import { APIError } from "better-auth/api";
import { DomainError } from "../kernel/errors.ts";
import type { SessionCookies } from "../kernel/sign-in.ts";
import { signInCookies } from "./session-cookie.ts";

const known: ReadonlySet<string> = new Set(Object.values(signInCookies));

/** Others that the library clears were never set. Of a cookie that was set and cleared the last word counts. */
export function cookiesOf(headers: Headers): SessionCookies {
  const named = headers
    .getSetCookie()
    .map((cookie): [string, string] => [cookie.split("=", 1)[0] ?? "", cookie])
    .filter(([name]) => known.has(name));
  return [...new Map(named).values()];
}

/** What the library refuses, as a refusal of ours; what else it throws is a defect. */
export async function refusing<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const refusal = refusals[error.body?.code ?? ""] ?? (error.statusCode === 401 && signInAgain);
    throw (refusal && refusal()) || error;
  }
}

const refusals: Record<string, () => DomainError> = {
  INVALID_EMAIL_OR_PASSWORD: credentialsInvalid,
  INVALID_PASSWORD: credentialsInvalid,
  EMAIL_NOT_VERIFIED: () =>
    new DomainError("forbidden", "auth.email_not_verified", {
      message: "The address is not confirmed yet: follow the link in the mail.",
    }),
  INVALID_TOKEN: linkInvalid,
  TOKEN_EXPIRED: linkInvalid,
  USER_NOT_FOUND: linkInvalid,
  INVALID_CODE: codeInvalid,
  INVALID_BACKUP_CODE: codeInvalid,
  INVALID_TWO_FACTOR_COOKIE: signInAgain,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: signInAgain,
  SESSION_NOT_FRESH: signInAgain,
  SESSION_EXPIRED: signInAgain,
  ACCOUNT_TEMPORARILY_LOCKED: () =>
    new DomainError("rate_limited", "auth.too_many_attempts", {
      message: "There were too many wrong codes. Wait before the next one.",
      details: { limit: maxWrongCodes, seconds: codeRestSeconds },
      retryAfterSeconds: codeRestSeconds,
    }),
  TOTP_ALREADY_ENABLED: () =>
    new DomainError("conflict", "auth.totp_on", {
      message: "This account has an authenticator app already. Remove it first.",
    }),
  TOTP_NOT_ENABLED: totpOff,
  TWO_FACTOR_NOT_ENABLED: totpOff,
  BACKUP_CODES_NOT_ENABLED: totpOff,
  CHALLENGE_NOT_FOUND: passkeyRefused,
  AUTHENTICATION_FAILED: passkeyRefused,
  FAILED_TO_VERIFY_REGISTRATION: passkeyRefused,
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: passkeyRefused,
  PASSKEY_NOT_FOUND: passkeyRefused,
};

/** Over all browsers, in a row; then the second step rests. */
export const maxWrongCodes = 10;
export const codeRestSeconds = 15 * 60;

function credentialsInvalid(): DomainError {
  return new DomainError("unauthenticated", "auth.credentials_invalid", {
    message: "The address or the password is not right.",
  });
}

function linkInvalid(): DomainError {
  return new DomainError("invalid", "auth.link_invalid", {
    message: "This link was used already, or is too old. Ask for a new one.",
  });
}

export function codeInvalid(): DomainError {
  return new DomainError("unauthenticated", "auth.code_invalid", {
    message: "This code is not right, or was used already.",
  });
}

function signInAgain(): DomainError {
  return new DomainError("unauthenticated", "auth.sign_in_again", {
    message: "Sign in again, with the password.",
  });
}

function totpOff(): DomainError {
  return new DomainError("conflict", "auth.totp_off", {
    message: "This account has no authenticator app.",
  });
}

function passkeyRefused(): DomainError {
  return new DomainError("unauthenticated", "auth.passkey_refused", {
    message: "This passkey is not known here, or its answer is not right.",
  });
}
