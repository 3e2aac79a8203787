import { z } from "zod";

/** What the shop's own words are in; they stand in for what is not translated. */
export const defaultLanguage = "en";

export const Language = z.enum(["en", "de", "ja"]).meta({
  id: "Language",
  description: "ISO 639-1. What is not translated is told in English, field by field",
});
export type Language = z.infer<typeof Language>;
/** One that words are translated into. */
export type OtherLanguage = Exclude<Language, typeof defaultLanguage>;

/** Of what shoppers read: which language its words are to be in. */
export const inLanguage = {
  language: Language.default(defaultLanguage).meta({
    description:
      "Which language titles, texts and labels are to be in. What is not translated is told in English, field by field",
  }),
};
