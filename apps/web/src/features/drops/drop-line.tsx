"use client";

import type { Place } from "@meridian/api/drops/contract.ts";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { serverNow } from "#api/server-clock.ts";
import { Button, buttonClass, ButtonLink } from "#design/button.tsx";
import { RollingNumber } from "#design/rolling-number.tsx";
import { Skeleton } from "#design/skeleton.tsx";
import { usePlace } from "#features/drops/use-place.ts";
import { HoldCountdown } from "#features/inventory/hold-countdown.tsx";

/** Who saw it open stands in line by themselves; who comes later presses for it. */
const justOpenedMs = 10_000;

/** One's place in an open drop's line. */
export function DropLine({ handle, startsAt }: { handle: string; startsAt: string }) {
  const t = useTranslations("drop");
  const [isEager] = useState(() => serverNow() - Date.parse(startsAt) < justOpenedMs);
  const { isWanted, place, isTroubled, take, leave } = usePlace(handle, startsAt, { isEager });
  if (!isWanted)
    return (
      <div className="grid gap-4">
        <p className="max-w-[46ch] text-quiet">{t("lineLead")}</p>
        <Button className="w-full sm:w-fit" onClick={take}>
          {t("take")}
        </Button>
      </div>
    );
  return (
    <div>
      {place === undefined ? (
        <Skeleton className="h-16 w-56" />
      ) : place.state === "in" ? (
        <Inside until={place.until} />
      ) : (
        <Standing place={place} />
      )}
      <p role="status" className="mt-3 max-w-[46ch] text-small text-quiet empty:hidden">
        {isTroubled
          ? t("troubled")
          : place?.state === "waiting" && place.available === 0
            ? t("allHeld")
            : null}
      </p>
      <Button look="bare" className="mt-1 text-small" onClick={leave}>
        {t("leave")}
      </Button>
    </div>
  );
}

function Standing({ place: { ahead, waiting } }: { place: Place }) {
  const t = useTranslations("drop");
  return (
    <>
      <p role="status" className="flex items-center gap-x-4">
        {ahead === 0 ? (
          <span className="font-display text-heading font-semibold">{t("next")}</span>
        ) : (
          <>
            <span className="font-display text-display leading-none font-bold text-hue">
              <RollingNumber value={ahead} />
            </span>
            <span className="font-medium">{t("ahead", { count: ahead })}</span>
          </>
        )}
      </p>
      <p className="mt-2 max-w-[46ch] text-small text-quiet">{t("standing", { waiting })}</p>
    </>
  );
}

function Inside({ until }: { until: string | null }) {
  const t = useTranslations("drop");
  const common = useTranslations("common");
  if (until === null)
    return (
      <>
        <p role="status" className="max-w-[46ch]">
          {t("yours")}
        </p>
        <ButtonLink href="/cart" className="mt-4">
          {common("toBag")}
        </ButtonLink>
      </>
    );
  return (
    <div className="animate-rise">
      <p role="status" className="font-display text-heading font-semibold">
        {t("inside")}
      </p>
      <p className="mt-2 max-w-[46ch]">
        {t("insideLead")} <HoldCountdown expiresAt={until} className="text-hue" />
      </p>
      <a href="#pieces" className={buttonClass("action", "mt-4")}>
        {t("choose")}
      </a>
    </div>
  );
}
