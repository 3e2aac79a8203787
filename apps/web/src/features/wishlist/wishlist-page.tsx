"use client";

import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { maxWishes } from "@meridian/api/wishlist/contract/limits.ts";
import { useStoredList } from "#browser/stored-list.ts";
import { Button, ButtonLink } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";
import { NotReached } from "#design/not-reached.tsx";
import { Notice } from "#design/notice.tsx";
import { Skeleton } from "#design/skeleton.tsx";
import { guestWishes } from "#features/wishlist/guest-wishes.ts";
import { ShareList } from "#features/wishlist/share-list.tsx";
import { useWishItems } from "#features/wishlist/use-wish-items.ts";
import { useWishes } from "#features/wishlist/use-wishes.ts";
import { WishCard } from "#features/wishlist/wish-card.tsx";
import { Link } from "#i18n/navigation.ts";

const grid = "grid grid-cols-2 gap-x-4 gap-y-10 md:grid-cols-3 md:gap-x-6 xl:grid-cols-4";

const signIn = (words: ReactNode) => (
  <Link href="/account/sign-in" className="text-action underline underline-offset-4">
    {words}
  </Link>
);

/** All that is wished for, with live stock; of who is signed in also the way to share it. */
export function WishlistPage() {
  const t = useTranslations("wishlist");
  const wishes = useWishes();
  const shelf = useWishItems(wishes);
  const waiting = useStoredList(guestWishes).length;
  const { user, list } = wishes;
  const isKnown = user === null || list !== undefined;
  if (wishes.isTroubled || shelf.isTroubled)
    return (
      <NotReached onRetry={wishes.isTroubled ? wishes.retry : shelf.retry}>
        {t("notReached")}
      </NotReached>
    );
  return (
    <>
      {user === null && wishes.ids.size > 0 ? (
        <p className="-mt-3 mb-8 max-w-prose text-quiet lg:-mt-5">
          {t.rich("here", { link: signIn })}
        </p>
      ) : null}
      {list && waiting > 0 && list.productIds.length + waiting > maxWishes ? (
        <Notice className="mb-6">{t("full", { count: waiting, max: maxWishes })}</Notice>
      ) : null}
      {isKnown && wishes.ids.size === 0 ? <EmptyList /> : null}
      <ul className={grid}>
        {shelf.items.map((item) => (
          <li key={item.productId}>
            <WishCard item={item} />
          </li>
        ))}
        {!isKnown || (shelf.isWaiting && wishes.ids.size > shelf.items.length) ? <Places /> : null}
      </ul>
      {shelf.more ? (
        <div className="mt-12 flex justify-center">
          <Button look="quiet" aria-disabled={shelf.isFetching} onClick={shelf.more}>
            {t("more")}
          </Button>
        </div>
      ) : null}
      {list && wishes.ids.size > 0 ? <ShareList list={list} /> : null}
    </>
  );
}

function EmptyList() {
  const t = useTranslations("wishlist");
  const common = useTranslations("common");
  return (
    <div className="flex flex-col items-start gap-5 py-4">
      <EmptyStage Icon={Heart} hue={20} />
      <p className="max-w-md text-lead text-quiet">{t("empty")}</p>
      <ButtonLink href="/search?sort=newest">{common("seeNew")}</ButtonLink>
    </div>
  );
}

function Places() {
  const t = useTranslations("wishlist");
  return ["a", "b", "c"].map((place, index) => (
    <li key={place} {...(index === 0 && { "aria-label": t("fetching") })}>
      <Skeleton className="aspect-4/5 w-full rounded-stage" />
      <Skeleton className="mt-4 h-5 w-3/4" />
      <Skeleton className="mt-3 h-12 w-full rounded-pill" />
    </li>
  ));
}
