import { defaultLanguage, type Language } from "./language.ts";

/** A page of the storefront in a language and, where it matters, a market. English needs no prefix there. */
export function shopPath(
  { language, regionId }: { language: Language; regionId?: string | undefined },
  path: string,
): string {
  const prefix = language === defaultLanguage ? "" : `/${language}`;
  return `${prefix}${regionId === undefined ? "" : `/${regionId}`}${path}`;
}
