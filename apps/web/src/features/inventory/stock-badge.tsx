"use client";

import { Check, CircleDashed, CircleSlash, Hourglass } from "lucide-react";
import { Skeleton } from "#design/skeleton.tsx";
import { RollingNumber } from "#design/rolling-number.tsx";
import { useStock, type Stock } from "#features/inventory/use-stock.ts";
import { useLiveState } from "#features/live/live-provider.tsx";

const looks = {
  plenty: { Icon: Check, color: "text-stock-plenty" },
  uncounted: { Icon: Check, color: "text-stock-plenty" },
  low: { Icon: Hourglass, color: "text-stock-low" },
  none: { Icon: CircleSlash, color: "text-stock-none" },
  unknown: { Icon: CircleDashed, color: "text-stock-none" },
} as const;

function Words({ stock }: { stock: Stock }) {
  if (stock.state === "low") {
    return (
      <>
        Only <RollingNumber value={stock.available} /> left
      </>
    );
  }
  if (stock.state === "none") return <>Sold out</>;
  if (stock.state === "unknown") return <>Stock is being checked</>;
  return <>In stock</>;
}

/** How much is left, live: an icon and words, never a number that may be old. Announced politely. */
export function StockBadge({ variantIds }: { variantIds: readonly string[] }) {
  const { stock, version, isError, retry } = useStock(variantIds);
  const { isStale } = useLiveState();
  if (isError) {
    return (
      <p className="flex min-h-7 items-center gap-2 text-small text-quiet">
        Stock could not be read.
        <button type="button" onClick={retry} className="tap text-action underline">
          Try again
        </button>
      </p>
    );
  }
  if (stock.state === "unknown" && !isStale) return <Skeleton className="h-7 w-36" />;
  const { Icon, color } = looks[stock.state];
  return (
    <p role="status" className={`flex min-h-7 items-center text-small font-medium ${color}`}>
      <span
        key={version}
        className="-mx-2 inline-flex animate-pulse-once items-center gap-2 rounded-pill px-2 py-0.5"
      >
        <Icon aria-hidden="true" className="size-4" strokeWidth={2} />
        <span className="figures">
          <Words stock={stock} />
        </span>
      </span>
    </p>
  );
}
