"use client";

import { useTranslations } from "next-intl";
import { usePriceText } from "#design/price.tsx";
import { SidePanel } from "#design/side-panel.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { LinesSkeleton, SummarySkeleton } from "#features/cart/ui/bag-skeleton.tsx";
import { CartLines } from "#features/cart/ui/cart-lines.tsx";
import { CartSummary } from "#features/cart/ui/cart-summary.tsx";
import { EmptyBag } from "#features/cart/ui/empty-bag.tsx";

/** The bag at hand, on any page. What changes in it is said politely. */
export function CartDrawer() {
  const { cart, count, isKnown, isDrawerOpen, setDrawerOpen } = useCart();
  const t = useTranslations("bag");
  const { priceText } = usePriceText();
  const isEmpty = isKnown && cart.lines.length === 0;
  const sum = isEmpty ? t("nothing") : t("sum", { count, price: priceText(cart.totals.subtotal) });
  const close = () => setDrawerOpen(false);
  return (
    <SidePanel
      title={t("title")}
      description={sum}
      isOpen={isDrawerOpen}
      onOpenChange={setDrawerOpen}
    >
      <p role="status" className="sr-only">
        {sum}
      </p>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 sm:px-7">
        {isKnown ? <CartLines /> : <LinesSkeleton />}
        {isEmpty ? <EmptyBag onLeave={close} /> : null}
      </div>
      {isEmpty ? null : (
        <div className="border-t border-rule px-5 pt-4 pb-5 sm:px-7">
          {isKnown ? <CartSummary onLeave={close} /> : <SummarySkeleton />}
        </div>
      )}
    </SidePanel>
  );
}
