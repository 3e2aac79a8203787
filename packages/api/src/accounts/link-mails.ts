import type { AuthorityOptions } from "./authority.ts";
import { queueMail, type MailTemplate } from "../kernel/mail.ts";
import { findTransaction } from "./in-transaction.ts";

/** Mails with a link to the storefront, where a session that a link begins is of use. */
export function linkMails({ db, issuer, webOrigins }: AuthorityOptions) {
  const shop = webOrigins[0] ?? issuer;
  const queue = async (to: string, template: MailTemplate, path: string) =>
    queueMail(findTransaction() ?? db, { to, template, link: `${shop}${path}` });
  return {
    verify: (to: string, token: string) =>
      queue(to, "verify-email", `/account/verify?token=${token}`),
    resetPassword: (to: string, token: string) =>
      queue(to, "reset-password", `/account/password?token=${token}`),
    alreadyRegistered: (to: string) => queue(to, "already-registered", "/account/forgotten"),
  };
}

export type LinkMails = ReturnType<typeof linkMails>;
