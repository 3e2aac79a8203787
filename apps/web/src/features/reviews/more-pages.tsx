"use client";

import { useTranslations } from "next-intl";
import { Button } from "#design/button.tsx";

/** How much of a list is shown, and the rest of it. */
export function MorePages({
  pages,
  shown,
  total,
}: {
  pages: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => unknown;
  };
  shown: number;
  total: number;
}) {
  const t = useTranslations("list");
  const common = useTranslations("common");
  const { hasNextPage, isFetchingNextPage: isFetching, isFetchNextPageError: isError } = pages;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
      {hasNextPage ? (
        <Button
          look="quiet"
          aria-disabled={isFetching}
          onClick={() => {
            if (!isFetching) void pages.fetchNextPage();
          }}
        >
          {isFetching ? t("onItsWay") : isError ? common("tryAgain") : t("showMore")}
        </Button>
      ) : null}
      <p role="status" className="figures text-small text-quiet">
        {t("shownOf", { count: shown, total })}
        {isError ? <span className="text-alert"> {t("didNotArrive")}</span> : null}
      </p>
    </div>
  );
}
