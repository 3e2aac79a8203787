import type { Words } from "#i18n/app-config.ts";

/** The usual ways of sending in the page's language; others are called as the API calls them. */
export function shippingLabel(
  { id, label }: { id: string; label: string },
  t: Words<"shipping">,
): string {
  return id === "standard" || id === "express" ? t(id) : label;
}
