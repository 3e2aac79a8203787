import { DomainError } from "../kernel/errors.ts";
import type { SignInFactors } from "../kernel/sign-in.ts";
import type { BetterAuth } from "./better-auth.ts";
import { cookiesOf, refusing } from "./library.ts";

/** The second step and passkeys as better-auth has them, in this shop's words. */
export function factorsOf({ api }: BetterAuth): SignInFactors {
  const verifyTotp = async (cookie: string | undefined, code: string) => {
    const { headers } = await refusing(
      api.verifyTOTP({ body: { code }, headers: headersOf(cookie), returnHeaders: true }),
    );
    return cookiesOf(headers);
  };
  return {
    async beginTotp(cookie, password) {
      const answer = await refusing(
        api.enableTwoFactor({ body: { password, method: "totp" }, headers: headersOf(cookie) }),
      );
      if (answer.method !== "totp") throw new Error("the library began something else");
      return { uri: answer.totpURI, backupCodes: answer.backupCodes };
    },
    // Which of the two it is the library tells by the cookie.
    confirmTotp: verifyTotp,
    signInWithTotp: verifyTotp,
    async removeTotp(cookie, password) {
      const { headers } = await refusing(
        api.disableTwoFactor({
          body: { password },
          headers: headersOf(cookie),
          returnHeaders: true,
        }),
      );
      return cookiesOf(headers);
    },
    async renewBackupCodes(cookie, password) {
      const { backupCodes } = await refusing(
        api.generateBackupCodes({ body: { password }, headers: headersOf(cookie) }),
      );
      return backupCodes;
    },
    async signInWithBackupCode(cookie, code) {
      const { headers } = await refusing(
        api.verifyBackupCode({ body: { code }, headers: headersOf(cookie), returnHeaders: true }),
      );
      return cookiesOf(headers);
    },
    async newPasskeyOptions(cookie) {
      const { headers, response } = await refusing(
        api.generatePasskeyRegistrationOptions({ headers: headersOf(cookie), returnHeaders: true }),
      );
      return { options: { ...response }, cookies: cookiesOf(headers) };
    },
    async addPasskey(cookie, { credential, name }) {
      await refusing(
        api.verifyPasskeyRegistration({
          body: { response: credential, ...(name !== undefined && { name }) },
          headers: headersOf(cookie),
        }),
      );
    },
    async listPasskeys(cookie) {
      const passkeys = await refusing(api.listPasskeys({ headers: headersOf(cookie) }));
      return passkeys.map(({ id, name, createdAt }) => ({
        id,
        name: name ?? null,
        createdAt: createdAt.toISOString(),
      }));
    },
    async removePasskey(cookie, id) {
      const headers = headersOf(cookie);
      const own = await refusing(api.listPasskeys({ headers }));
      if (!own.some((passkey) => passkey.id === id)) throw passkeyNotFound();
      await refusing(api.deletePasskey({ body: { id }, headers }));
    },
    async passkeySignInOptions() {
      const { headers, response } = await refusing(
        api.generatePasskeyAuthenticationOptions({ headers: new Headers(), returnHeaders: true }),
      );
      // The library prefers it only; without it the answer is refused.
      const options = { ...response, userVerification: "required" };
      return { options, cookies: cookiesOf(headers) };
    },
    async signInWithPasskey(cookie, credential) {
      const { headers } = await refusing(
        api.verifyPasskeyAuthentication({
          // Whose form the library checks itself.
          body: { response: credential as never },
          headers: headersOf(cookie),
          returnHeaders: true,
        }),
      );
      return cookiesOf(headers);
    },
  };
}

function passkeyNotFound(): DomainError {
  return new DomainError("not_found", "auth.passkey_not_found", {
    message: "You have no such passkey.",
  });
}

function headersOf(cookie: string | undefined): Headers {
  return new Headers(cookie === undefined ? {} : { cookie });
}
