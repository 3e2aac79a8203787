import type { Language } from "./language.ts";
import type { MailRow, MailWords } from "./mail.ts";

type Part = MailWords["paragraphs"][number];

const punctuation: Record<Language, { colon: string; note(words: string): string }> = {
  en: { colon: ": ", note: (words) => `, ${words}` },
  de: { colon: ": ", note: (words) => `, ${words}` },
  ja: { colon: "：", note: (words) => `（${words}）` },
};

/** A mail for those who read no HTML. */
export function mailText(
  { paragraphs, after = [] }: MailWords,
  { link, language }: { link: string; language: Language },
): string {
  const told = (part: Part) => partText(part, language);
  return `${[...paragraphs.map(told), link, ...after.map(told)].join("\n\n")}\n`;
}

function partText(part: Part, language: Language): string {
  if (typeof part === "string") return part;
  if (Array.isArray(part)) return part.map((row) => rowText(row, language)).join("\n");
  return `${part.label} ${part.url}`;
}

function rowText({ what, amount, note }: MailRow, language: Language): string {
  const { colon, note: beside } = punctuation[language];
  if (amount === undefined) return what;
  return `${what}${colon}${amount}${note === undefined ? "" : beside(note)}`;
}
