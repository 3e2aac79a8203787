"use client";

import { useEffect, useState } from "react";

const units = [
  { label: "days", seconds: 86_400 },
  { label: "hours", seconds: 3600 },
  { label: "min", seconds: 60 },
  { label: "sec", seconds: 1 },
] as const;

function useSecondsUntil(instant: string): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const read = () => setSeconds(Math.ceil((Date.parse(instant) - Date.now()) / 1000));
    read();
    const timer = setInterval(read, 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return seconds;
}

const date = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
  timeZone: "UTC",
});

/** Until a drop opens: its date in the page, the ticking figures once the clock of the device is read. */
export function Countdown({ startsAt }: { startsAt: string }) {
  const left = useSecondsUntil(startsAt);
  if (left !== null && left <= 0) {
    return (
      <p className="inline-flex min-h-13 items-center text-small font-semibold text-hue">
        <span
          aria-hidden="true"
          className="mr-2.5 size-2 animate-breathe rounded-full bg-current"
        />
        Open now
      </p>
    );
  }
  return (
    <div className="flex min-h-13 flex-wrap items-end gap-x-6 gap-y-1 text-hue">
      <time dateTime={startsAt} className="text-small font-semibold">
        Opens {date.format(new Date(startsAt))} UTC
      </time>
      <div role="timer" aria-label="Time until it opens" className="figures flex gap-4">
        {units.map(({ label, seconds }, index) => {
          const above = units[index - 1]?.seconds;
          const value = left === null ? null : Math.floor((above ? left % above : left) / seconds);
          return (
            <span key={label} className="flex min-w-9 flex-col">
              <span className="font-display text-title leading-none font-semibold">
                {value === null ? "--" : String(value).padStart(2, "0")}
              </span>
              <span className="text-caption">{label}</span>
            </span>
          );
        })}
      </div>
    </div>
  );
}
