import { defineRouting } from "next-intl/routing";
import { defaultLanguage, languages } from "#i18n/languages.ts";

/** Addresses are rewritten by next.config.ts: pages stay static, and no request passes a middleware for its language. */
export const routing = defineRouting({
  locales: languages,
  defaultLocale: defaultLanguage,
  localePrefix: "as-needed",
  localeCookie: false,
});
