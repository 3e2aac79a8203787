import type { Executor } from "@meridian/db/client.ts";
import { mails } from "@meridian/db/schema.ts";
import type { Language } from "./language.ts";

/** What one says; its link comes behind the paragraphs, and `after` behind that. */
export type MailWords = {
  subject: string;
  paragraphs: string[];
  after?: string[];
  /** Where a mail program ends mails of this kind with one click (RFC 8058). */
  unsubscribeUrl?: string;
};
/** Those whose words go with the template. */
export type MailTemplate = "verify-email" | "reset-password" | "already-registered";
export type NewMail = { to: string; link: string } & (
  | { template: MailTemplate; language: Language }
  | { template: "order" | "watch"; words: MailWords }
);

/** A mail that is to be sent: the worker finds it. It is deleted when it went out, with what it says. */
export async function queueMail(db: Executor, { to, ...mail }: NewMail): Promise<void> {
  await db.insert(mails).values({ recipient: to, ...mail });
}
