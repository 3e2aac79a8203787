"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { keepFocus } from "#design/keeps-focus.tsx";
import { Notice } from "#design/notice.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { useRefusalWords } from "#features/cart/use-refusal-words.ts";
import { CartLineRow } from "#features/cart/ui/cart-line.tsx";
import { ClearBag } from "#features/cart/ui/clear-bag.tsx";
import { MergeNotice } from "#features/cart/ui/merge-notice.tsx";
import { RemovedLine } from "#features/cart/ui/removed-line.tsx";
import { useLineNews } from "#features/cart/ui/use-line-news.ts";

/** Refusals of what never became a line: there is no line to say it at. */
function HomelessRefusals() {
  const cart = useCart();
  const t = useTranslations("common");
  const refusalWords = useRefusalWords();
  const inBag = new Set(cart.cart.lines.map(({ variantId }) => variantId));
  const homeless = [...cart.refusals.values()].filter(({ variantId }) => !inBag.has(variantId));
  return (
    <div role="status" className="grid gap-2 empty:hidden">
      {homeless.map((refusal) => (
        <Notice
          key={refusal.variantId}
          look="alert"
          action={
            <button
              type="button"
              className="tap font-medium underline underline-offset-4"
              onClick={() => cart.dismiss(refusal.variantId)}
            >
              {t("understood")}
            </button>
          }
        >
          {refusalWords(refusal)}
        </Notice>
      ))}
    </div>
  );
}

/** Everything in the bag, and what was just taken out of it. */
export function CartLines() {
  const { cart, removed, remove } = useCart();
  const t = useTranslations("bag");
  const [lastRemoved, setLastRemoved] = useState<string>();
  useLineNews();
  return (
    <>
      <MergeNotice />
      <HomelessRefusals />
      <ul ref={keepFocus} tabIndex={-1} aria-label={t("lines")} className="divide-y divide-rule">
        {cart.lines.map((line) => (
          <CartLineRow
            key={line.variantId}
            line={line}
            onRemove={() => {
              setLastRemoved(line.variantId);
              remove(line.variantId);
            }}
          />
        ))}
        {removed.map((line) => (
          <RemovedLine
            key={line.variantId}
            line={line}
            takesFocus={line.variantId === lastRemoved}
          />
        ))}
      </ul>
      <ClearBag onClear={() => setLastRemoved(undefined)} />
    </>
  );
}
