"use client";

import type { Checkout } from "@meridian/api/checkout/contract.ts";
import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import type { Order } from "@meridian/api/orders/contract.ts";
import { useEffect, useEffectEvent, useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { completeCheckout } from "#features/checkout/complete-checkout.ts";
import { hosted, isHosted } from "#features/checkout/hosted-payment.ts";
import {
  beginAttempt,
  endAttempt,
  findAttempt,
  forgetReturn,
  returnedCheckoutId,
  type Attempt,
  type Means,
} from "#features/checkout/payment-attempts.ts";
import { useRetry } from "#features/checkout/use-retry.ts";

/**
 * `leaving`: on the way to the bank. `waiting`: the bank has not heard from the shopper.
 * `unreachable`: the answer is missing; asking again is safe. `refused`: it is over, and not paid.
 */
export type PaymentView =
  | { phase: "idle" | "asking" | "processing" | "leaving" | "unreachable" }
  | { phase: "waiting"; url: string }
  | { phase: "refused"; problem: PublicError };

const retryMs = 3000;

/** A payment that this page did not begin: another tab, or one that was closed. */
function elsewhere({ state, payment }: Checkout): PaymentView {
  if (state !== "paying") return { phase: "idle" };
  return payment?.action ? { phase: "waiting", url: payment.action.url } : { phase: "processing" };
}

/** Pays a checkout: one attempt at a time, each under its own key until its outcome is known. */
export function usePayment({
  checkout,
  onPlaced,
  onRefused,
}: {
  checkout: Checkout;
  onPlaced: (order: Order) => void;
  onRefused: () => void;
}) {
  const client = useTRPCClient();
  /** From Stripe, maybe to where nobody left: asked with the same token it charges nothing again. */
  const isBack = () =>
    checkout.state === "paying" && isHosted(checkout) && returnedCheckoutId() === checkout.id;
  const isOwn = () => findAttempt()?.checkoutId === checkout.id || isBack();
  const [own, setView] = useState<PaymentView>(() => ({
    phase: checkout.state === "paying" && isOwn() ? "asking" : "idle",
  }));
  const view = own.phase === "idle" ? elsewhere(checkout) : own;

  const follow = async (attempt: Attempt, isFirst: boolean) => {
    const result = await completeCheckout(client, attempt, () => setView({ phase: "processing" }));
    if (result.type === "unknown") return setView({ phase: "unreachable" });
    if (result.type === "action") {
      const { url } = result;
      setView(isFirst ? { phase: "leaving" } : { phase: "waiting", url });
      if (isFirst) location.assign(url);
      return;
    }
    endAttempt();
    if (result.type === "placed") return onPlaced(result.order);
    forgetReturn();
    setView({ phase: "refused", problem: result.problem });
    onRefused();
  };
  const askAgain = async () => {
    const attempt = isBack() ? beginAttempt(checkout.id, hosted) : findAttempt();
    if (attempt?.checkoutId === checkout.id) await follow(attempt, false);
  };

  const resume = useEffectEvent(() => {
    if (checkout.state === "paying") void askAgain();
    else endAttempt();
  });
  const comeBack = useEffectEvent((event: PageTransitionEvent) => {
    // By the browser's own Back: the page is as it was left.
    if (event.persisted) void askAgain();
  });
  useEffect(() => {
    // Once, also where development mounts twice.
    const timer = setTimeout(resume);
    window.addEventListener("pageshow", comeBack);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pageshow", comeBack);
    };
  }, []);
  useRetry(view.phase === "unreachable", retryMs, askAgain);

  return {
    view,
    isBusy: view.phase === "asking" || view.phase === "processing" || view.phase === "leaving",
    pay: (means: Means) => {
      setView({ phase: "asking" });
      void follow(beginAttempt(checkout.id, means), true);
    },
    /** Asks now about the attempt that is under way. */
    retry: () => void askAgain(),
  };
}
