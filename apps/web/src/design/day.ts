const format = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** `26 November 2026`. */
export function dayText(instant: string): string {
  return format.format(new Date(instant));
}
