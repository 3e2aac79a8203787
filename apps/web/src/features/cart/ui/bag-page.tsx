"use client";

import { useTranslations } from "next-intl";
import { useCart } from "#features/cart/cart-provider.tsx";
import { LinesSkeleton, SummarySkeleton } from "#features/cart/ui/bag-skeleton.tsx";
import { CartLines } from "#features/cart/ui/cart-lines.tsx";
import { CartSummary } from "#features/cart/ui/cart-summary.tsx";
import { EmptyBag } from "#features/cart/ui/empty-bag.tsx";

/** The bag with room around it. Until it is here, where none was seen it says so at once (`seen-bag.ts`). */
export function BagPage() {
  const t = useTranslations("bag");
  const { cart, isKnown } = useCart();
  const isEmpty = isKnown && cart.lines.length === 0;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
      <div>
        {isKnown ? (
          <CartLines />
        ) : (
          <div className="bag-empty:hidden">
            <LinesSkeleton />
          </div>
        )}
        {!isKnown || isEmpty ? (
          <div className={isKnown ? undefined : "hidden bag-empty:block"}>
            <EmptyBag />
          </div>
        ) : null}
      </div>
      {isEmpty ? null : (
        <section
          aria-label={t("costs")}
          className={`rounded-stage bg-raised p-6 lg:sticky lg:top-28 ${isKnown ? "" : "bag-empty:hidden"}`}
        >
          {isKnown ? <CartSummary /> : <SummarySkeleton />}
        </section>
      )}
    </div>
  );
}
