"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef } from "react";
import { useHeartbeat, useLiveState } from "#features/live/live-provider.tsx";

/** Once, past React: nothing is rendered for it, and nothing moves in between. */
function breathe(line: HTMLElement | null): void {
  if (!line || document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  line.animate({ opacity: [0.9, 0.35, 0.9] }, { duration: 2_400, easing: "ease-in-out" });
}

/** The line under the header: it breathes at each heartbeat of the stream; while there is none it is dashed, and says so after a moment. Without a connection the banner says it. */
export function MeridianLine() {
  const t = useTranslations("live");
  const { status } = useLiveState();
  const line = useRef<HTMLDivElement>(null);
  useHeartbeat(useCallback(() => breathe(line.current), []));
  return (
    <div className="relative">
      <div
        ref={line}
        role="img"
        aria-label={t(status)}
        title={t(status)}
        data-live={status}
        className="h-0.5 w-full border-t-2 border-action opacity-90 data-[live=connecting]:border-dashed data-[live=offline]:border-dashed data-[live=offline]:border-edge data-[live=connecting]:opacity-50"
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
