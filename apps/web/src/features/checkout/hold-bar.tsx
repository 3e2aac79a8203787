"use client";

import { useTranslations } from "next-intl";
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { Timer, TimerOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#design/button.tsx";
import { HoldCountdown } from "#features/inventory/hold-countdown.tsx";

/** How long everything is still held. */
export function HoldBar({ checkout }: { checkout: Checkout }) {
  const t = useTranslations("checkout");
  return (
    <div className="flex items-center gap-3 rounded-stage bg-action-wash px-5 py-3.5 text-small">
      <Timer aria-hidden="true" className="size-5 shrink-0" strokeWidth={1.75} />
      {checkout.state === "paying" ? (
        <p>{t("heldUntilPaid")}</p>
      ) : (
        <p className="flex flex-1 items-baseline justify-between gap-3">
          <span className="min-w-0">{t("allHeld")}</span>
          <HoldCountdown expiresAt={checkout.expiresAt} className="shrink-0 text-title" />
        </p>
      )}
    </div>
  );
}

/** The time is over: what that means, and the way to go on. Takes the focus, it came unasked. */
export function HoldExpired({ onHoldAgain }: { onHoldAgain: () => Promise<void> }) {
  const t = useTranslations("checkout");
  const [isHolding, setHolding] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div role="alert" className="grid gap-3 rounded-stage bg-alert-wash p-5 text-small">
      <h2
        ref={heading}
        tabIndex={-1}
        className="flex items-center gap-2.5 text-body font-semibold outline-none"
      >
        <TimerOff aria-hidden="true" className="size-5 shrink-0" strokeWidth={1.75} />
        {t("expiredTitle")}
      </h2>
      <p>{t("expiredLead")}</p>
      <Button
        aria-disabled={isHolding}
        onClick={() => {
          if (isHolding) return;
          setHolding(true);
          void onHoldAgain().finally(() => setHolding(false));
        }}
      >
        {t(isHolding ? "holding" : "holdAgain")}
      </Button>
    </div>
  );
}
