import { defaultLanguage, type Language } from "../kernel/language.ts";
import { mailHtml } from "../kernel/mail-html.ts";
import { mailText } from "../kernel/mail-text.ts";
import type { MailTemplate, MailWords, NewMail } from "../kernel/mail.ts";
import { accountWords } from "./mail-words.ts";

type Template = NewMail["template"];
/** As it stands in the table. What an earlier release has queued may lack its language, and what its link is called. */
export type WaitingMail = {
  template: Template;
  link: string;
  language: Language | null;
  words: (Omit<MailWords, "button"> & Partial<Pick<MailWords, "button">>) | null;
};

/** One mail twice: as text, and as HTML. */
export function renderMail(mail: WaitingMail): { subject: string; text: string; html: string } {
  const language = mail.language ?? defaultLanguage;
  const words = wordsOf(mail, language);
  const place = { link: mail.link, language };
  return {
    subject: words.subject,
    text: mailText(words, place),
    html: mailHtml(words, place),
  };
}

function wordsOf({ template, link, words }: WaitingMail, language: Language): MailWords {
  if (isOfAccount(template)) return accountWords[language][template];
  if (words === null) throw new Error(`A mail of ${template} has no words.`);
  return { button: link, ...words };
}

function isOfAccount(template: Template): template is MailTemplate {
  return template in accountWords[defaultLanguage];
}
