import type { Executor } from "@meridian/db/client.ts";
import { mails, type MailWords } from "@meridian/db/schema.ts";
import type { Language } from "./language.ts";

export type { MailLink, MailRow, MailWords } from "@meridian/db/schema.ts";

/** Those whose words go with the template. */
export type MailTemplate = "verify-email" | "reset-password" | "already-registered";
export type NewMail = { to: string; link: string; language: Language } & (
  | { template: MailTemplate }
  | { template: "order" | "watch" | "survey"; words: MailWords }
);

/** A mail that is to be sent: the worker finds it. It is deleted when it went out, with what it says. */
export async function queueMail(db: Executor, { to, ...mail }: NewMail): Promise<void> {
  await db.insert(mails).values({ recipient: to, ...mail });
}
