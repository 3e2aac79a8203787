import type { Database } from "@meridian/db/client.ts";
import { mails } from "@meridian/db/schema.ts";

export type MailTemplate = "verify-email" | "reset-password" | "already-registered";

/** A mail that is to be sent: the worker finds it. It is deleted when it went out, with what it says. */
export async function queueMail(
  db: Database,
  mail: { to: string; template: MailTemplate; link: string },
): Promise<void> {
  await db.insert(mails).values({ recipient: mail.to, template: mail.template, link: mail.link });
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

export function renderMail({ template, link }: { template: MailTemplate; link: string }) {
  const { subject, lines } = texts[template];
  return { subject, text: `${lines(link).join("\n\n")}\n` };
}
