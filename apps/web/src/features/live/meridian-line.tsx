"use client";

import { useTranslations } from "next-intl";
import { useLiveState } from "#features/live/live-provider.tsx";

/** The line under the header: it breathes while the stream is open; while it is not it is dashed, and says so after a moment. Without a connection the banner says it. */
export function MeridianLine() {
  const t = useTranslations("live");
  const { status } = useLiveState();
  return (
    <div className="relative">
      <div
        role="img"
        aria-label={t(status)}
        title={t(status)}
        data-live={status}
        className="h-0.5 w-full border-t-2 border-action opacity-90 data-[live=connected]:animate-breathe data-[live=connecting]:border-dashed data-[live=offline]:border-dashed data-[live=offline]:border-edge data-[live=connecting]:opacity-50"
      />
      {status === "connecting" ? (
        <p
          key={status}
          aria-hidden="true"
          className="absolute top-full right-0 animate-late rounded-bl-small bg-sunken px-3 py-1 text-caption text-quiet"
        >
          {t(status)}
        </p>
      ) : null}
    </div>
  );
}
