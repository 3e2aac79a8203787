"use client";

import { useTranslations } from "next-intl";
import type { CartLine } from "@meridian/api/cart/contract.ts";
import { Undo2, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useCart } from "#features/cart/cart-provider.tsx";

/** What was just taken out, and the way back. Takes the focus, which the line had. */
export function RemovedLine({ line, takesFocus }: { line: CartLine; takesFocus: boolean }) {
  const t = useTranslations("common");
  const cart = useCart();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) undo.current?.focus();
  }, [takesFocus]);
  return (
    <li className="flex min-h-14 animate-rise items-center gap-3 py-2 text-small">
      <span className="min-w-0 flex-1 text-quiet wrap-anywhere">
        {t("removed", { what: line.title })}
      </span>
      <button
        ref={undo}
        type="button"
        onClick={() => cart.undo(line.variantId)}
        className="inline-flex min-h-11 items-center gap-2 rounded-pill px-3 font-medium text-action hover:bg-sunken"
      >
        <Undo2 aria-hidden="true" className="size-4" />
        {t("undo")}
      </button>
      <button
        type="button"
        aria-label={t("leaveOut", { what: line.title })}
        onClick={() => cart.dismiss(line.variantId)}
        className="-mr-3 grid size-11 place-items-center rounded-pill text-quiet hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </li>
  );
}
