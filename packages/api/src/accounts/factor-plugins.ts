import { passkey } from "@better-auth/passkey";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { AuthorityOptions } from "./authority.ts";
import { codeRestSeconds, maxWrongCodes } from "./library.ts";

/**
 * A passkey signs in by itself, without the second step: so it has to have asked for more than to be touched (a
 * fingerprint, a face, a PIN), which makes it two factors in one.
 */
export function factorPlugins({ issuer, webOrigins }: AuthorityOptions) {
  const { hostname } = new URL(webOrigins[0] ?? issuer);
  return [
    twoFactor({
      issuer: "Meridian",
      accountLockout: { maxFailedAttempts: maxWrongCodes, durationSeconds: codeRestSeconds },
      twoFactorCookieMaxAge: 10 * 60,
    }),
    passkey({
      rpID: hostname,
      rpName: "Meridian",
      origin: [...webOrigins, issuer],
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      advanced: { webAuthnChallengeCookie: "passkey" },
      registration: {
        afterVerification: ({ verification }) =>
          requireVerified(verification.registrationInfo?.userVerified),
      },
      authentication: {
        afterVerification: ({ verification }) =>
          requireVerified(verification.authenticationInfo.userVerified),
      },
    }),
  ] as const;
}

async function requireVerified(isVerified: boolean | undefined): Promise<void> {
  if (isVerified !== true) throw new APIError("UNAUTHORIZED", { code: "AUTHENTICATION_FAILED" });
}
