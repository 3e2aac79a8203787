/** The `count`-th working day after a day; weekends are none. */
export function workingDayAfter(start: Date, count: number): Date {
  const day = new Date(start);
  for (let left = count; left > 0;) {
    day.setDate(day.getDate() + 1);
    if (day.getDay() !== 0 && day.getDay() !== 6) left -= 1;
  }
  return day;
}

const format = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
});

/** `Wed 25 Nov – Fri 27 Nov`, when it is sent today. */
export function deliveryText(now: Date, days: { minDays: number; maxDays: number }): string {
  return format
    .formatRange(workingDayAfter(now, days.minDays), workingDayAfter(now, days.maxDays))
    .replaceAll(",", "");
}
