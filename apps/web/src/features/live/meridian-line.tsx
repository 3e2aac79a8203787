"use client";

import { useLiveState } from "#features/live/live-provider.tsx";

const words = {
  idle: "Nothing on this page changes while you look",
  connected: "Live: stock and bag are up to date",
  connecting: "Reconnecting to live stock",
  offline: "You are offline: stock may have changed",
} as const;

/** The line under the header: it breathes while the stream is open, and is dashed while it is not. */
export function MeridianLine() {
  const { status } = useLiveState();
  return (
    <div
      role="img"
      aria-label={words[status]}
      title={words[status]}
      data-live={status}
      className="h-0.5 w-full border-t-2 border-action opacity-90 data-[live=connected]:animate-breathe data-[live=connecting]:border-dashed data-[live=offline]:border-dashed data-[live=offline]:border-edge data-[live=connecting]:opacity-50"
    />
  );
}
