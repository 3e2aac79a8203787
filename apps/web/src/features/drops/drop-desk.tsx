"use client";

import type { Drop } from "@meridian/api/drops/contract.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, type ReactNode } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { Hole } from "#design/hole.tsx";
import { DropLine } from "#features/drops/drop-line.tsx";
import { Countdown } from "#features/home/countdown.tsx";
import { StockBadge } from "#features/inventory/stock-badge.tsx";
import { useSecondsLeft } from "#features/inventory/use-seconds-left.ts";
import { useStock } from "#features/inventory/use-stock.ts";

const lookEveryMs = 15_000;

/** As the server says it now; what the page was made with until then. Looks again whenever the stock changes its state. */
function useDrop(handle: string, variantIds: readonly string[]) {
  const client = useTRPCClient();
  const { stock } = useStock(variantIds);
  const { data, refetch } = useQuery<Drop>({
    queryKey: ["drop", handle],
    queryFn: () => client.drops.get.query({ handle }),
    staleTime: 1_000,
    refetchInterval: lookEveryMs,
    refetchOnWindowFocus: "always",
  });
  useEffect(() => {
    if (stock.state !== "unknown") void refetch();
  }, [stock.state, refetch]);
  return data;
}

/** When it opens, how much there is, and one's place in line. Without scripts: the date, and what to do. */
export function DropDesk({
  handle,
  startsAt: published,
  variantIds,
}: {
  handle: string;
  startsAt: string;
  variantIds: readonly string[];
}) {
  const t = useTranslations("drop");
  const common = useTranslations("common");
  const drop = useDrop(handle, variantIds);
  const startsAt = drop?.startsAt ?? published;
  const left = useSecondsLeft(startsAt);
  const isOpen = left !== null && left <= 0;
  return (
    <section aria-label={t("desk")} className="rounded-stage bg-sunken p-5 sm:p-7">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <Countdown startsAt={startsAt} />
        <Hole what={common("stock")}>
          <StockBadge variantIds={variantIds} />
        </Hole>
      </div>
      <div className="mt-4 min-h-32">
        {drop === undefined ? (
          <noscript>
            <Note>{t("withoutScripts")}</Note>
          </noscript>
        ) : drop.isSoldOut ? (
          <Note>
            <strong role="status" className="block text-title text-ink">
              {t("gone")}
            </strong>
            {t("goneLead")}
          </Note>
        ) : drop.admits === null ? (
          <Note>{t(isOpen ? "openToAll" : "opensToAll")}</Note>
        ) : isOpen ? (
          <DropLine key={startsAt} handle={handle} startsAt={startsAt} />
        ) : (
          <Note>{t("opensWithLine", { admits: drop.admits })}</Note>
        )}
      </div>
    </section>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <p className="max-w-[46ch] text-quiet">{children}</p>;
}
