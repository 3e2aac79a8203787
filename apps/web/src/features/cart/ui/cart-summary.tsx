"use client";

import { useTranslations } from "next-intl";
import { WifiOff } from "lucide-react";
import { ButtonLink } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import { usePriceText } from "#design/price.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { FreeShipping } from "#features/cart/ui/free-shipping.tsx";
import { PromotionCode } from "#features/cart/ui/promotion-code.tsx";
import { TotalsList } from "#features/cart/ui/totals.tsx";
import { useCountryName } from "#features/region/use-country-name.ts";
import { useMarket } from "#features/region/region-context.tsx";

/** Whether tax there depends on a state that is not known yet. */
function useIsTaxOpen(): boolean {
  const { cart } = useCart();
  const market = useMarket();
  return (
    !market.taxInclusive &&
    cart.subdivision === null &&
    market.taxRates.some((rate) => rate.country === cart.country && rate.subdivision !== "")
  );
}

/** Said as long as the shop has not heard of what was done here. */
export function KeptChanges() {
  const t = useTranslations("bag");
  const { isTroubled, waiting } = useCart();
  return (
    <div role="status" className="empty:hidden">
      {isTroubled ? (
        <p className="flex items-start gap-2 rounded-small bg-sunken px-3 py-2 text-small">
          <WifiOff aria-hidden="true" className="mt-1 size-4 shrink-0" />
          {t("kept", { waiting })}
        </p>
      ) : null}
    </div>
  );
}

/** What it all costs, and the way to pay for it. */
export function CartSummary({ onLeave }: { onLeave?: () => void }) {
  const { cart } = useCart();
  const t = useTranslations("bag");
  const { exactPriceText } = usePriceText();
  const countryName = useCountryName();
  const isTaxOpen = useIsTaxOpen();
  const isMarked = cart.lines.some((line) =>
    line.notices.some(({ type }) => type !== "price_changed"),
  );
  return (
    <div className="grid gap-4">
      <KeptChanges />
      <FreeShipping cart={cart} />
      <PromotionCode />
      <TotalsList
        totals={cart.totals}
        promotions={cart.promotions.filter(({ isApplied }) => isApplied)}
        taxInclusive={cart.taxInclusive}
        shippingLabel={t("shippingTo", { country: countryName(cart.country) })}
        taxNote={isTaxOpen ? t("taxByState") : undefined}
      />
      {isMarked ? <Notice look="alert">{t("lookAtMarked")}</Notice> : null}
      <ButtonLink href="/checkout" className="w-full" {...(onLeave && { onClick: onLeave })}>
        {t("checkOut")}
        <span className="figures">{exactPriceText(cart.totals.total)}</span>
      </ButtonLink>
      <p className="text-center text-caption text-quiet">{t("heldWhilePaying")}</p>
    </div>
  );
}
