import type { MailTemplate, NewMail } from "../kernel/mail.ts";

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
  if (mail.template === "order" || mail.template === "watch") {
    const { subject, paragraphs, after = [] } = mail.words;
    return { subject, text: textOf([...paragraphs, mail.link, ...after]) };
  }
  const { subject, lines } = texts[mail.template];
  return { subject, text: textOf(lines(mail.link)) };
}

function textOf(paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}
