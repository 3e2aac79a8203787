import { APIError } from "better-auth/api";
import { DomainError } from "../kernel/errors.ts";
import type { SignIn } from "../kernel/sign-in.ts";
import type { BetterAuth } from "./better-auth.ts";
import { sessionCookie } from "./session-cookie.ts";

/** Accounts and sessions as better-auth keeps them, in this shop's words. */
export function signInOf({ api }: BetterAuth): SignIn {
  return {
    async signUp(body) {
      await refusing(api.signUpEmail({ body }));
    },
    async sendVerification(email) {
      await refusing(api.sendVerificationEmail({ body: { email } }));
    },
    async verifyEmail(token) {
      const { headers } = await refusing(
        api.verifyEmail({ query: { token }, returnHeaders: true }),
      );
      return cookiesOf(headers);
    },
    async signIn(body) {
      const { headers } = await refusing(api.signInEmail({ body, returnHeaders: true }));
      return cookiesOf(headers);
    },
    async signOut(cookie) {
      const given = new Headers(cookie === undefined ? {} : { cookie });
      const { headers } = await api.signOut({ headers: given, returnHeaders: true });
      return cookiesOf(headers);
    },
    async requestPasswordReset(email) {
      await refusing(api.requestPasswordReset({ body: { email } }));
    },
    async resetPassword({ token, password }) {
      await refusing(api.resetPassword({ body: { token, newPassword: password } }));
    },
    async findUser(cookie) {
      const found = await api.getSession({ headers: new Headers({ cookie }) });
      return found === null ? null : { id: found.user.id, role: found.user.role };
    },
  };
}

/** Others that the library clears were never set. */
function cookiesOf(headers: Headers): string[] {
  return headers.getSetCookie().filter((cookie) => cookie.startsWith(`${sessionCookie}=`));
}

const refusals: Record<string, () => DomainError> = {
  INVALID_EMAIL_OR_PASSWORD: () =>
    new DomainError("unauthenticated", "auth.credentials_invalid", {
      message: "The address or the password is not right.",
    }),
  EMAIL_NOT_VERIFIED: () =>
    new DomainError("forbidden", "auth.email_not_verified", {
      message: "The address is not confirmed yet: follow the link in the mail.",
    }),
  INVALID_TOKEN: linkInvalid,
  TOKEN_EXPIRED: linkInvalid,
  USER_NOT_FOUND: linkInvalid,
};

function linkInvalid(): DomainError {
  return new DomainError("invalid", "auth.link_invalid", {
    message: "This link was used already, or is too old. Ask for a new one.",
  });
}

/** What the library refuses, as a refusal of ours; what else it throws is a defect. */
async function refusing<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const code = error instanceof APIError ? error.body?.code : undefined;
    throw (code !== undefined && refusals[code]?.()) || error;
  }
}
