import type { MailTemplate, MailWords, NewMail } from "../kernel/mail.ts";
import { accountWords } from "./mail-words.ts";

export function renderMail(mail: NewMail): { subject: string; text: string } {
  const { subject, paragraphs, after = [] } = wordsOf(mail);
  return { subject, text: `${[...paragraphs, mail.link, ...after].join("\n\n")}\n` };
}

function wordsOf(mail: NewMail): MailWords {
  return isOfAccount(mail) ? accountWords[mail.language][mail.template] : mail.words;
}

function isOfAccount(mail: NewMail): mail is Extract<NewMail, { template: MailTemplate }> {
  return mail.template !== "order" && mail.template !== "watch";
}
