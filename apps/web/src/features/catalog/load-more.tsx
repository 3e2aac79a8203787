"use client";

import { useTranslations } from "next-intl";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "#i18n/navigation.ts";
import { useTRPCClient } from "#api/browser.tsx";
import { buttonClass } from "#design/button.tsx";
import type { ListQuery } from "#features/catalog/catalog-data.ts";
import { listingHref, type Listing } from "#features/catalog/listing-query.ts";
import { ProductGrid } from "#features/catalog/product-grid.tsx";

/** The next pages below the first. A link to the next page that, with JavaScript, brings it here instead. */
export function LoadMore({
  query,
  cursor,
  path,
  listing,
  shown,
  total,
}: {
  query: ListQuery;
  cursor: string;
  path: string;
  listing: Listing;
  shown: number;
  total: number | null;
}) {
  const t = useTranslations("list");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const pages = useInfiniteQuery({
    queryKey: ["list", query],
    queryFn: ({ pageParam, signal }) =>
      client.catalog.list.query({ ...query, cursor: pageParam }, { signal }),
    initialPageParam: cursor,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const more = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const next = pages.data ? pages.data.pages.at(-1)?.nextCursor : cursor;
  const count = shown + more.length;
  return (
    <>
      {more.length > 0 ? (
        <div className="mt-10">
          <ProductGrid products={more} isFirstPage={false} />
        </div>
      ) : null}
      <div className="mt-14 flex flex-col items-center gap-3">
        <p role="status" className="figures text-small text-quiet">
          {total === null ? t("shown", { count }) : t("shownOf", { count, total })}
        </p>
        {pages.isError ? <p className="text-small text-alert">{t("didNotArrive")}</p> : null}
        {next ? (
          <Link
            href={listingHref(path, { ...listing, cursor: next })}
            prefetch={false}
            rel="nofollow"
            aria-disabled={pages.isFetching}
            onClick={(event) => {
              event.preventDefault();
              if (!pages.isFetching) void pages.fetchNextPage();
            }}
            className={buttonClass("quiet", "min-w-44")}
          >
            {pages.isFetching ? t("onItsWay") : pages.isError ? common("tryAgain") : t("showMore")}
          </Link>
        ) : null}
      </div>
    </>
  );
}
