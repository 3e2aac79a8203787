import type { Metadata } from "next";
import type { Language } from "#i18n/languages.ts";

const locales: Record<Language, string> = { en: "en_GB", de: "de_DE", ja: "ja_JP" };

/** What every page says of itself where it is shared (ogp.me). A page that says more spreads this: Next merges nothing. */
export function openGraphOf(language: Language): NonNullable<Metadata["openGraph"]> {
  return { siteName: "Meridian", type: "website", locale: locales[language] };
}
