"use client";

import type { Cart } from "@meridian/api/cart/contract.ts";
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { problemOf } from "#api/problem.ts";
import { useCart } from "#features/cart/cart-provider.tsx";
import { holdCart, saveFields, type Fields } from "#features/checkout/checkout-client.ts";
import { findAttempt, returnedCheckoutId } from "#features/checkout/payment-attempts.ts";
import { useRetry } from "#features/checkout/use-retry.ts";
import { useWatch } from "#features/checkout/use-watch.ts";
import { useMarket } from "#features/region/region-context.tsx";

/**
 * `refused`: the stock could not be held, and `problem` says why. `expired`: it was held, and went back.
 * `ordered`: it is paid, here or elsewhere.
 */
export type CheckoutView =
  | { phase: "holding" }
  | { phase: "empty" }
  | { phase: "unreachable" }
  | { phase: "refused"; problem: PublicError }
  | { phase: "open"; checkout: Checkout }
  | { phase: "expired"; checkout: Checkout }
  | { phase: "ordered"; orderId: string };

const retryMs = 2500;

/** Changes with what is in the bag, its code and its language, not with what it costs: prices are frozen while stock is held. */
function contentOf({ lines, promotions, language }: Cart): string {
  if (lines.length === 0) return "";
  const code = promotions.find((promotion) => promotion.code !== null)?.code ?? "";
  return [
    language,
    ...lines.map(({ variantId, quantity }) => `${variantId}*${quantity}`),
    code,
  ].join(",");
}

function viewOf(checkout: Checkout): CheckoutView {
  if (checkout.orderId !== null) return { phase: "ordered", orderId: checkout.orderId };
  if (checkout.state === "expired" || checkout.state === "cancelled")
    return { phase: "expired", checkout };
  return { phase: "open", checkout };
}

/** One checkout for the bag as it is: held when the page opens, again when the bag changes, and when asked to. */
export function useCheckout() {
  const client = useTRPCClient();
  const market = useMarket();
  const { cart, isKnown, isSaving } = useCart();
  const [view, setView] = useState<CheckoutView>({ phase: "holding" });
  /** The bag's content that the last request was about. */
  const asked = useRef<string>(undefined);
  /** One save at a time, in the order in which they were asked for. */
  const saves = useRef<Promise<unknown>>(Promise.resolve());
  const content = contentOf(cart);
  const checkout = view.phase === "open" || view.phase === "expired" ? view.checkout : undefined;

  async function hold(): Promise<void> {
    asked.current = content;
    if (content === "") return setView({ phase: "empty" });
    try {
      setView(viewOf(await holdCart(client, cart.id, market.countries)));
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined || problem.status >= 500) setView({ phase: "unreachable" });
      // The bag changed while it is being paid from here: that goes on.
      else if (problem.reason === "checkout.not_open" && checkout) await look(checkout.id);
      else setView({ phase: "refused", problem });
    }
  }

  /** @returns null: there is none, or none for who asks. @throws when it can't be read at present */
  async function find(checkoutId: string): Promise<Checkout | null> {
    try {
      return await client.checkout.get.query({ checkoutId });
    } catch (error) {
      const status = problemOf(error)?.status ?? 503;
      if (status < 500 && status !== 429) return null;
      throw error;
    }
  }

  async function look(checkoutId: string): Promise<void> {
    const found = await find(checkoutId).catch(() => null);
    if (found) setView(viewOf(found));
  }

  /** What is being paid, or was paid in another tab, is not held anew; unless it was paid, and this is the next bag. */
  function goesOn({ id, state, cartId }: Checkout): boolean {
    if (state === "paying") return true;
    const isBack = returnedCheckoutId() === id;
    if (state === "completed") return isBack || content === "" || cartId === cart.id;
    return isBack && content === "";
  }

  async function begin(): Promise<void> {
    const known = checkout?.id ?? returnedCheckoutId() ?? findAttempt()?.checkoutId;
    if (known !== undefined && (content === "" || asked.current === undefined)) {
      const found = await find(known).catch(() => undefined);
      if (found === undefined) return setView({ phase: "unreachable" });
      if (found && goesOn(found)) {
        asked.current = content;
        return setView(viewOf(found));
      }
    }
    await hold();
  }
  const onBag = useEffectEvent(() => void begin());
  const isReady = isKnown && !isSaving && (cart.id !== "" || content === "");
  useEffect(() => {
    if (isReady && asked.current !== content) onBag();
  }, [isReady, content]);

  async function save(fields: Fields): Promise<boolean> {
    if (checkout === undefined) return false;
    try {
      setView(viewOf(await saveFields(client, checkout, fields)));
      return true;
    } catch (error) {
      const reason = problemOf(error)?.reason;
      if (reason !== "checkout.expired" && reason !== "checkout.not_open") throw error;
      await look(checkout.id);
      return false;
    }
  }

  useWatch(view.phase === "open" ? view.checkout : undefined, look);
  useRetry(view.phase === "unreachable", retryMs, begin);

  return {
    view,
    hold,
    look,
    /** The order was placed from here. */
    place: (orderId: string) => setView({ phase: "ordered", orderId }),
    /** Whoever comes next has another bag. */
    forget: () => {
      asked.current = undefined;
      setView({ phase: "holding" });
    },
    /** @throws what `checkout.update` refuses, except that it came too late: that shows. */
    save: (fields: Fields): Promise<boolean> => {
      const run = () => save(fields);
      const saved = saves.current.then(run, run);
      saves.current = saved;
      return saved;
    },
  };
}
