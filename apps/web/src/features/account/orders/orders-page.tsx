"use client";

import { useTranslations } from "next-intl";
import { useInfiniteQuery } from "@tanstack/react-query";
import { PackageOpen } from "lucide-react";
import { useTRPCClient } from "#api/browser.tsx";
import { Button, ButtonLink } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";
import { OnItsWay } from "#design/on-its-way.tsx";
import { OrderRow } from "#features/account/orders/order-row.tsx";
import { ownKey, useGuard } from "#features/account/session.ts";

const pageSize = 10;

/** All that was bought, the newest first; also as a guest with the account's address. */
export function OrdersPage() {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const guard = useGuard();
  const { data, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery({
      queryKey: [...ownKey, "orders"],
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam: cursor }) =>
        guard(client.orders.list.query({ mine: true, limit: pageSize, ...(cursor && { cursor }) })),
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    });
  const orders = data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <h1 className="mb-6 text-heading lg:mb-8">{t("yourOrders")}</h1>
      {orders === undefined ? (
        <OnItsWay what={t("yourOrders")} isTroubled={isError} onRetry={() => void refetch()} />
      ) : orders.length === 0 ? (
        <NoOrder />
      ) : (
        <ul className="grid gap-3">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
      {hasNextPage ? (
        <Button
          look="quiet"
          className="mt-5"
          aria-disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? common("oneMoment") : t("older")}
        </Button>
      ) : null}
    </>
  );
}

function NoOrder() {
  const t = useTranslations("account");
  const common = useTranslations("common");
  return (
    <div className="grid justify-items-start gap-5">
      <EmptyStage Icon={PackageOpen} hue={60} />
      <p className="max-w-sm text-quiet">{t("noOrder")}</p>
      <ButtonLink href="/search?sort=newest">{common("seeNew")}</ButtonLink>
    </div>
  );
}
