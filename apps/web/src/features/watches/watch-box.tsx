"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "#design/skeleton.tsx";
import { useUser } from "#features/account/session.ts";
import { GuestWatch } from "#features/watches/guest-watch.tsx";
import { OwnWatch } from "#features/watches/own-watch.tsx";

/** Offers to tell when a sold-out variant is back; says so at once where the page is open. */
export function WatchBox({ variantId, isBack }: { variantId: string; isBack: boolean }) {
  const t = useTranslations("watch");
  const { user } = useUser();
  // It was sold out a moment ago: what is said is heard only if its place was there before.
  return (
    // What the button above would say about the bag has its place there, and is empty now.
    <div className="-mt-4">
      <div role="status" className="empty:hidden">
        {isBack ? (
          <p className="animate-rise rounded-stage bg-sunken px-5 py-4">
            <strong className="font-semibold text-stock-plenty">{t("back")}</strong>{" "}
            <span className="text-quiet">{t("backLead")}</span>
          </p>
        ) : null}
      </div>
      {isBack ? null : user === undefined ? (
        <Skeleton className="h-14 rounded-stage" />
      ) : user === null ? (
        <GuestWatch variantId={variantId} />
      ) : (
        <OwnWatch variantId={variantId} />
      )}
    </div>
  );
}
