import { useLocale } from "next-intl";
import { dateTags } from "#design/use-dates.ts";

/** The day on which something became public: of UTC, so that the page and the browser say the same. */
export function usePublishedText() {
  const format = new Intl.DateTimeFormat(dateTags[useLocale()], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return (instant: string) => format.format(new Date(instant));
}
