"use client";

import { useTranslations } from "next-intl";
import { Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";

function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** Takes out everything at once, and brings it back at once; the way back takes the focus. */
export function ClearBag({ onClear }: { onClear: () => void }) {
  const t = useTranslations("bag");
  const { cart, removed, clear, undo } = useCart();
  const [isCleared, setCleared] = useState(false);
  if (isCleared && removed.length > 1) {
    const undoAll = () => {
      setCleared(false);
      for (const { variantId } of removed) undo(variantId);
    };
    return (
      <Button look="quiet" className="mt-3" ref={takeFocus} onClick={undoAll}>
        <Undo2 aria-hidden="true" className="size-4" />
        {t("bringBack")}
      </Button>
    );
  }
  if (cart.lines.length < 2) return null;
  const clearAll = () => {
    setCleared(true);
    onClear();
    clear();
  };
  return (
    <Button look="bare" className="mt-3 text-small" onClick={clearAll}>
      <Trash2 aria-hidden="true" className="size-4" />
      {t("clear")}
    </Button>
  );
}
