import type { Executor } from "@meridian/db/client.ts";
import { createEmailVerificationToken } from "better-auth/api";
import type { Language } from "../kernel/language.ts";
import type { SignIn } from "../kernel/sign-in.ts";
import { adapterOn, type BetterAuth } from "./better-auth.ts";
import { factorsOf } from "./factors.ts";
import { runIn } from "./in-transaction.ts";
import { cookiesOf, refusing } from "./library.ts";
import { verificationSeconds } from "./lifetimes.ts";
import type { LinkMails } from "./link-mails.ts";

/** Accounts and sessions as better-auth keeps them, in this shop's words. */
export function signInOf(
  auth: BetterAuth,
  mails: Pick<LinkMails, "verify">,
  endApplications: (tx: Executor, userId: string) => Promise<void>,
): SignIn {
  const { api } = auth;
  const inside = <T>(tx: Executor, work: () => Promise<T>, language?: Language): Promise<T> =>
    runIn({ tx, language }, adapterOn(tx)(auth.options), () => refusing(work()));
  return {
    ...factorsOf(auth),
    async signUp(tx, { language, ...body }) {
      await inside(tx, () => api.signUpEmail({ body }), language);
    },
    // The library's own way waits half a second, in case sending is slow: ours only queues, and must not wait in a transaction.
    async sendVerification(tx, { email, language }) {
      const { internalAdapter, secret } = await auth.$context;
      const token = await createEmailVerificationToken(
        secret,
        email,
        undefined,
        verificationSeconds,
      );
      await inside(
        tx,
        async () => {
          const found = await internalAdapter.findUserByEmail(email);
          if (found !== null && !found.user.emailVerified) await mails.verify(email, token);
        },
        language,
      );
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
    async requestPasswordReset(tx, { email, language }) {
      await inside(tx, () => api.requestPasswordReset({ body: { email } }), language);
    },
    async resetPassword(tx, { token, password }) {
      await inside(tx, () => api.resetPassword({ body: { token, newPassword: password } }));
    },
    async changePassword(tx, cookie, { password, newPassword }) {
      const { headers, response } = await inside(tx, () =>
        api.changePassword({
          body: { currentPassword: password, newPassword, revokeOtherSessions: true },
          headers: new Headers(cookie === undefined ? {} : { cookie }),
          returnHeaders: true,
        }),
      );
      await endApplications(tx, response.user.id);
      return cookiesOf(headers);
    },
    async findUser(cookie) {
      const found = await api.getSession({ headers: new Headers({ cookie }) });
      if (found === null) return null;
      const { user, session } = found;
      return { id: user.id, role: user.role, sessionId: session.id };
    },
  };
}
