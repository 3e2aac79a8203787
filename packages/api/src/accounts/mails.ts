import type { Executor } from "@meridian/db/client.ts";
import { mails } from "@meridian/db/schema.ts";

/** What one of them says; its link comes behind it. */
export type MailWords = { subject: string; paragraphs: string[] };
export type MailTemplate = "verify-email" | "reset-password" | "already-registered";
export type NewMail = { to: string; link: string } & (
  | { template: MailTemplate }
  | { template: "order"; words: MailWords }
);

/** A mail that is to be sent: the worker finds it. It is deleted when it went out, with what it says. */
export async function queueMail(db: Executor, { to, ...mail }: NewMail): Promise<void> {
  await db.insert(mails).values({ recipient: to, ...mail });
}

const texts: Record<MailTemplate, { subject: string; lines: (link: string) => string[] }> = {
  "verify-email": {
    subject: "Confirm your address",
    lines: (link) => [
      "Welcome. Confirm that this is your address, and your account is ready:",
      link,
      "The link is good for a day. If you did not register, leave it be: nothing happens.",
    ],
  },
  "reset-password": {
    subject: "Set a new password",
    lines: (link) => [
      "Somebody asked for a new password for this address. Set it here:",
      link,
      "The link is good for an hour. If it was not you, leave it be: your password stays.",
    ],
  },
  "already-registered": {
    subject: "You have an account already",
    lines: (link) => [
      "Somebody wanted to register with this address, but it has an account. If it was you and you forgot the password, ask for a new one:",
      link,
    ],
  },
};

export function renderMail(mail: NewMail): { subject: string; text: string } {
  if (mail.template === "order") {
    const { subject, paragraphs } = mail.words;
    return { subject, text: textOf([...paragraphs, mail.link]) };
  }
  const { subject, lines } = texts[mail.template];
  return { subject, text: textOf(lines(mail.link)) };
}

function textOf(paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}
