import type { Words } from "#i18n/app-config.ts";

/** `2 to 4 working days`. */
export function daysText(
  { minDays: min, maxDays: max }: { minDays: number; maxDays: number },
  t: Words<"shipping">,
): string {
  return min === max ? t("workingDays", { count: min }) : t("workingDaysRange", { min, max });
}

/** The usual ways of sending in the page's language; others are called as the API calls them. */
export function shippingLabel(
  { id, label }: { id: string; label: string },
  t: Words<"shipping">,
): string {
  return id === "standard" || id === "express" ? t(id) : label;
}
