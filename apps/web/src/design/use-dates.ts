import { useLocale } from "next-intl";
import type { Language } from "#i18n/languages.ts";

/** Days before months in English, as most of the shop's markets write them. */
export const dateTags: Record<Language, string> = { en: "en-GB", de: "de-DE", ja: "ja-JP" };

const formats = {
  /** `26 November 2026` */
  day: { day: "numeric", month: "long", year: "numeric" },
  /** `26 November` */
  dayOfYear: { day: "numeric", month: "long" },
  /** `26 Nov, 14:05` */
  moment: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Says instants as days and moments of the visitor's own clock. */
export function useDates() {
  const tag = dateTags[useLocale()];
  const text = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, options);
    return (instant: string) => format.format(new Date(instant));
  };
  return {
    dayText: text(formats.day),
    dayOfYearText: text(formats.dayOfYear),
    momentText: text(formats.moment),
  };
}
