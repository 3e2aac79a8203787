"use client";

import { useTranslations } from "next-intl";
import { WifiOff } from "lucide-react";
import { useIsOnline } from "#browser/use-is-online.ts";
import { useCart } from "#features/cart/cart-provider.tsx";

/** Said as long as the device has no connection: what is on the screen may be old, what was done is not lost. */
export function OfflineBanner() {
  const t = useTranslations("offline");
  const isOnline = useIsOnline();
  const { waiting } = useCart();
  return (
    <div role="status" className="no-print">
      {isOnline ? null : (
        <p className="wrap flex animate-rise items-start gap-3 bg-sunken py-2 text-small">
          <WifiOff aria-hidden="true" className="mt-1 size-4 shrink-0" strokeWidth={1.75} />
          <span>
            {t("stale")} {waiting > 0 ? t("waiting", { waiting }) : null}
          </span>
        </p>
      )}
    </div>
  );
}
