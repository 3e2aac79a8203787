import type { Executor } from "@meridian/db/client.ts";
import { userPreferences, users } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";
import { defaultLanguage, Language } from "../kernel/language.ts";
import { shopPath } from "../kernel/shop-path.ts";
import type { AuthorityOptions } from "./authority.ts";
import { queueMail, type MailTemplate } from "../kernel/mail.ts";
import { findLanguage, findTransaction } from "./in-transaction.ts";

/** Mails with a link to the storefront, where a session that a link begins is of use. */
export function linkMails({ db, issuer, webOrigins }: AuthorityOptions) {
  const shop = webOrigins[0] ?? issuer;
  const queue = async (to: string, template: MailTemplate, path: string) => {
    const tx = findTransaction() ?? db;
    const language = findLanguage() ?? (await preferredLanguage(tx, to));
    const link = `${shop}${shopPath({ language }, path)}`;
    await queueMail(tx, { to, template, language, link });
  };
  return {
    verify: (to: string, token: string) =>
      queue(to, "verify-email", `/account/verify?token=${token}`),
    resetPassword: (to: string, token: string) =>
      queue(to, "reset-password", `/account/password?token=${token}`),
    alreadyRegistered: (to: string) => queue(to, "already-registered", "/account/forgotten"),
  };
}

/** What the user of this address prefers to read; English when nobody knows. */
async function preferredLanguage(db: Executor, email: string): Promise<Language> {
  const [row] = await db
    .select({ locale: userPreferences.locale })
    .from(userPreferences)
    .innerJoin(users, eq(users.id, userPreferences.userId))
    .where(eq(users.email, email.toLowerCase()));
  const { data } = Language.safeParse(row?.locale?.split("-")[0]);
  return data ?? defaultLanguage;
}

export type LinkMails = ReturnType<typeof linkMails>;
