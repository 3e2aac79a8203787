"use client";

import { useTranslations } from "next-intl";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "#i18n/navigation.ts";
import { useEffect, useEffectEvent, useState } from "react";
import { Notice } from "#design/notice.tsx";
import { useUser } from "#features/account/session.ts";
import { EmptyBag } from "#features/cart/ui/empty-bag.tsx";
import { forgetDraft } from "#features/checkout/checkout-draft.ts";
import { CheckoutFlow } from "#features/checkout/checkout-flow.tsx";
import { CheckoutSkeleton } from "#features/checkout/checkout-skeleton.tsx";
import { HoldBar, HoldExpired } from "#features/checkout/hold-bar.tsx";
import { OrderSummary } from "#features/checkout/order-summary.tsx";
import { endAttempt } from "#features/checkout/payment-attempts.ts";
import { StockRefusal } from "#features/checkout/stock-refusal.tsx";
import { useCheckout } from "#features/checkout/use-checkout.ts";
import { liveKey } from "#features/live/live-cache.ts";

/**
 * Goes to the order once there is one, and lets this browser forget the bag that became it. Next keeps a page that was left as it was:
 * it is hidden, and must not lead the next checkout to the last one's order.
 */
function useLeaveToOrder(orderId: string | undefined, forget: () => void): void {
  const router = useRouter();
  const queryClient = useQueryClient();
  const onLeft = useEffectEvent(forget);
  useEffect(() => {
    if (orderId === undefined) return;
    endAttempt();
    forgetDraft();
    void queryClient.invalidateQueries({ queryKey: ["cart"] });
    router.replace(`/orders/${orderId}`);
    return onLeft;
  }, [orderId, queryClient, router]);
}

/** How often somebody who was signed in is not any more. */
function useTurn(): number {
  const { user } = useUser();
  const [last, setLast] = useState<{ userId?: string | undefined; turn: number }>({ turn: 0 });
  const { userId, turn } = last;
  if (user !== undefined && user?.id !== userId)
    setLast({ userId: user?.id, turn: userId === undefined ? turn : turn + 1 });
  return turn;
}

/** A page that was left, and kept as it was, has nothing for the next one of who was here. */
export function CheckoutPage() {
  return <ShoppersCheckout key={useTurn()} />;
}

function ShoppersCheckout() {
  const t = useTranslations("checkout");
  const { view, hold, look, place, forget, save } = useCheckout();
  const queryClient = useQueryClient();
  useLeaveToOrder(view.phase === "ordered" ? view.orderId : undefined, forget);

  switch (view.phase) {
    case "holding":
    case "ordered":
      return <CheckoutSkeleton />;
    case "empty":
      return <EmptyBag />;
    case "unreachable":
      return (
        <>
          <Notice look="alert" className="mb-5">
            {t("unreachable")}
          </Notice>
          <CheckoutSkeleton />
        </>
      );
    case "refused":
      return (
        <StockRefusal
          key={view.problem.requestId}
          problem={view.problem}
          onRetry={() => void hold()}
        />
      );
    case "open":
    case "expired":
      return (
        <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
          <div className="grid gap-4 lg:sticky lg:top-28 lg:order-last">
            {view.phase === "open" ? (
              <HoldBar checkout={view.checkout} />
            ) : (
              <HoldExpired onHoldAgain={hold} />
            )}
            <OrderSummary checkout={view.checkout} />
          </div>
          <CheckoutFlow
            key={view.checkout.cartId}
            checkout={view.checkout}
            isExpired={view.phase === "expired"}
            save={save}
            onPlaced={(order) => {
              queryClient.setQueryData(liveKey(`order:${order.id}`), order);
              place(order.id);
            }}
            onRefused={() => void look(view.checkout.id)}
          />
        </div>
      );
  }
}
