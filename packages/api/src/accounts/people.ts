import type { SignIn } from "../kernel/sign-in.ts";
import type { BetterAuth } from "./better-auth.ts";
import { factorsOf } from "./factors.ts";
import { cookiesOf, refusing } from "./library.ts";

/** Accounts and sessions as better-auth keeps them, in this shop's words. */
export function signInOf(
  auth: BetterAuth,
  endApplications: (userId: string) => Promise<void>,
): SignIn {
  const { api } = auth;
  return {
    ...factorsOf(auth),
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
      const { headers, response } = await refusing(api.signInEmail({ body, returnHeaders: true }));
      const needs = "twoFactorRedirect" in response ? "totp" : null;
      return { cookies: cookiesOf(headers), needs };
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
    async changePassword(cookie, { password, newPassword }) {
      const { headers, response } = await refusing(
        api.changePassword({
          body: { currentPassword: password, newPassword, revokeOtherSessions: true },
          headers: new Headers(cookie === undefined ? {} : { cookie }),
          returnHeaders: true,
        }),
      );
      await endApplications(response.user.id);
      return cookiesOf(headers);
    },
    async findUser(cookie) {
      const found = await api.getSession({ headers: new Headers({ cookie }) });
      return found === null ? null : { id: found.user.id, role: found.user.role };
    },
  };
}
