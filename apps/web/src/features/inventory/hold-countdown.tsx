"use client";

import type { Words } from "#i18n/app-config.ts";
import { useTranslations } from "next-intl";
import { useSecondsLeft } from "#features/inventory/use-seconds-left.ts";

/** `9:05`; minutes grow past 59 rather than turn into hours. */
function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Said aloud when it appears: three times, and not every second. */
function announcement(seconds: number, t: Words<"stock">): string {
  if (seconds > 120 || seconds === 0) return "";
  if (seconds > 60) return t("heldMinutes", { minutes: 2 });
  return seconds > 30 ? t("heldMinutes", { minutes: 1 }) : t("heldSeconds", { seconds: 30 });
}

/** How long stock is still held, to the second. Only for what is really held. */
export function HoldCountdown({
  expiresAt,
  className = "",
}: {
  expiresAt: string;
  className?: string;
}) {
  const t = useTranslations("stock");
  const seconds = useSecondsLeft(expiresAt);
  const isShort = seconds !== null && seconds <= 60;
  return (
    <>
      <span
        role="timer"
        className={`figures inline-block min-w-[4ch] text-right font-semibold ${isShort ? "text-stock-low" : ""} ${className}`}
      >
        {seconds === null ? "–:––" : clockText(seconds)}
      </span>
      <span role="status" className="sr-only">
        {seconds === null ? "" : announcement(seconds, t)}
      </span>
    </>
  );
}
