"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { Button } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";
import { OnItsWay } from "#design/on-its-way.tsx";
import { useSignedIn } from "#features/account/account-frame.tsx";
import { ownKey, useGuard } from "#features/account/session.ts";
import { QueuedItem } from "#features/reviews/moderation/queued-item.tsx";

const queueKey = [...ownKey, "moderation-queue"];

/** What waits for a moderator, the longest first. Only for staff; the API asks again. */
export function ModerationPage() {
  const t = useTranslations("reviews.moderation");
  const { role } = useSignedIn();
  return (
    <>
      <h1 className="mb-6 text-heading lg:mb-8">{t("title")}</h1>
      {role === "shopper" ? <p className="text-quiet">{t("forStaff")}</p> : <Queue />}
    </>
  );
}

function Queue() {
  const t = useTranslations("reviews.moderation");
  const list = useTranslations("list");
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const guard = useGuard();
  const [done, setDone] = useState<string>();
  const queue = useInfiniteQuery({
    queryKey: queueKey,
    queryFn: ({ pageParam }) =>
      guard(client.reviews.queue.query({ limit: 20, ...(pageParam && { cursor: pageParam }) })),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  if (queue.data === undefined)
    return (
      <OnItsWay what={t("title")} isTroubled={queue.isError} onRetry={() => void queue.refetch()} />
    );
  return (
    <>
      <p role="status" className="mb-4 text-small text-quiet empty:hidden">
        {done}
      </p>
      {items.length === 0 ? (
        <div className="grid gap-5">
          <EmptyStage Icon={MessageSquareText} hue={265} />
          <p className="text-quiet">{t("nothing")}</p>
        </div>
      ) : (
        <ul className="grid gap-4">
          {items.map((item) => (
            <li key={`${item.id} ${item.version}`}>
              <QueuedItem
                item={item}
                onDecided={(words) => {
                  setDone(words);
                  void queryClient.invalidateQueries({ queryKey: queueKey });
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {queue.hasNextPage ? (
        <Button
          look="quiet"
          className="mt-6"
          aria-disabled={queue.isFetching}
          onClick={() => {
            if (!queue.isFetching) void queue.fetchNextPage();
          }}
        >
          {queue.isFetchingNextPage ? list("onItsWay") : list("showMore")}
        </Button>
      ) : null}
    </>
  );
}
