import type { useTranslations } from "next-intl";
import type messages from "../../messages/en.json";
import type { Language } from "#i18n/languages.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: typeof messages;
  }
}

export type Namespace = keyof typeof messages;
/** What says the words of a namespace; handed to what is not a component. */
export type Words<N extends Namespace> = ReturnType<typeof useTranslations<N>>;
