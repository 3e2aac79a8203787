"use client";

import { useLocale, useTranslations } from "next-intl";
import { useSecondsLeft } from "#features/inventory/use-seconds-left.ts";

const units = [
  { unit: "days", seconds: 86_400 },
  { unit: "hours", seconds: 3600 },
  { unit: "min", seconds: 60 },
  { unit: "sec", seconds: 1 },
] as const;

const date: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
  timeZone: "UTC",
};

/** Until a drop opens: its date in the page, the ticking figures by the server's clock once the page is alive. */
export function Countdown({ startsAt }: { startsAt: string }) {
  const t = useTranslations("countdown");
  const language = useLocale();
  const left = useSecondsLeft(startsAt);
  if (left === 0) {
    return (
      <p className="inline-flex min-h-13 items-center text-small font-semibold text-hue">
        <span
          aria-hidden="true"
          className="mr-2.5 size-2 animate-breathe rounded-full bg-current"
        />
        {t("openNow")}
      </p>
    );
  }
  return (
    <div className="flex min-h-13 flex-wrap items-end gap-x-6 gap-y-1 text-hue">
      <time dateTime={startsAt} className="text-small font-semibold">
        {t("opens", { when: new Intl.DateTimeFormat(language, date).format(new Date(startsAt)) })}
      </time>
      <div role="timer" aria-label={t("label")} className="figures flex gap-4">
        {units.map(({ unit, seconds }, index) => {
          const above = units[index - 1]?.seconds;
          const value = left === null ? null : Math.floor((above ? left % above : left) / seconds);
          return (
            <span key={unit} className="flex min-w-9 flex-col">
              <span className="font-display text-title leading-none font-semibold">
                {value === null ? "--" : String(value).padStart(2, "0")}
              </span>
              <span className="text-caption">{t(unit)}</span>
            </span>
          );
        })}
      </div>
    </div>
  );
}
