import { locale as languageOfPage } from "next/root-params";
import { getRequestConfig } from "next-intl/server";
import { defaultLanguage, isLanguage } from "#i18n/languages.ts";

const load = {
  en: () => import("../../messages/en.json"),
  de: () => import("../../messages/de.json"),
  ja: () => import("../../messages/ja.json"),
};

/** The language is part of the page's address, never of its request: what is rendered with it can be kept. */
export default getRequestConfig(async ({ locale: asked }) => {
  const wanted = asked ?? (await languageOfPage());
  const locale = isLanguage(wanted) ? wanted : defaultLanguage;
  return { locale, messages: (await load[locale]()).default, timeZone: "UTC" };
});
