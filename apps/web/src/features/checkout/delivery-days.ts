/** The `count`-th working day after a day; weekends are none. */
export function workingDayAfter(start: Date, count: number): Date {
  const day = new Date(start);
  for (let left = count; left > 0;) {
    day.setDate(day.getDate() + 1);
    if (day.getDay() !== 0 && day.getDay() !== 6) left -= 1;
  }
  return day;
}

/** `Wed 25 Nov – Fri 27 Nov`, when it is sent today. @param tag of the language, as for `Intl` */
export function deliveryText(
  now: Date,
  days: { minDays: number; maxDays: number },
  tag: string,
): string {
  const range = new Intl.DateTimeFormat(tag, { weekday: "short", day: "numeric", month: "short" });
  const text = range.formatRange(
    workingDayAfter(now, days.minDays),
    workingDayAfter(now, days.maxDays),
  );
  return tag.startsWith("en") ? text.replaceAll(",", "") : text;
}
