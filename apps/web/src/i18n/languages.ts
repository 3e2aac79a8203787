import type { RegionId } from "@meridian/api/catalog/contract.ts";

/** What the shop speaks. English needs no prefix in an address; the others are its first part: `/de/cart`. */
export const languages = ["en", "de", "ja"] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = "en";

/** Remembers the visitor's language; read for `/` alone, where an address says none. */
export const languageCookie = "meridian_language";

/** The market of an address that names none, for whoever has not chosen one. */
export const homeRegion: Record<Language, RegionId> = { en: "eu", de: "eu", ja: "jp" };

/** In its own words: whoever looks for a language reads that one. */
export const languageNames: Record<Language, string> = {
  en: "English",
  de: "Deutsch",
  ja: "日本語",
};

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
