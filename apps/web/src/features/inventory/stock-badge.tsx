"use client";

import { Children, type ReactNode } from "react";
import { useTranslations } from "next-intl";
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

const rolling = (figure: ReactNode) => {
  const texts = Children.toArray(figure).filter((part) => typeof part === "string");
  return <RollingNumber value={texts.join("")} />;
};

function Words({ stock }: { stock: Stock }) {
  const t = useTranslations("stock");
  if (stock.state === "low") {
    return t.rich("low", { available: stock.available, rolling });
  }
  if (stock.state === "none") return t("none");
  return stock.state === "unknown" ? t("checking") : t("inStock");
}

/** How much is left, live: an icon and words, never a number that may be old. Announced politely. */
export function StockBadge({ variantIds }: { variantIds: readonly string[] }) {
  const { stock, version, isError, retry } = useStock(variantIds);
  const t = useTranslations("stock");
  const common = useTranslations("common");
  const { isStale } = useLiveState();
  if (isError) {
    return (
      <p className="flex min-h-7 items-center gap-2 text-small text-quiet">
        {t("unreadable")}
        <button type="button" onClick={retry} className="tap text-action underline">
          {common("tryAgain")}
        </button>
      </p>
    );
  }
  if (stock.state === "unknown" && !isStale) return <Skeleton className="h-7 w-36" />;
  const { Icon, color } = looks[stock.state];
  return (
    <p role="status" className={`flex min-h-7 items-center text-small font-medium ${color}`}>
      <span className="relative isolate -mx-2 inline-flex items-center gap-2 px-2 py-0.5">
        {/* What is said stays the same text: it is said again only when it is another. */}
        <span
          key={version}
          aria-hidden="true"
          className="absolute inset-0 -z-10 animate-pulse-once rounded-pill"
        />
        <Icon aria-hidden="true" className="size-4" strokeWidth={2} />
        <span className="figures">
          <Words stock={stock} />
        </span>
      </span>
    </p>
  );
}
