"use client";

import { useTranslations } from "next-intl";
import { ShoppingBag } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import { usePathname } from "#i18n/navigation.ts";
import type { MouseEvent } from "react";
import { RollingNumber } from "#design/rolling-number.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";

/** Whether the press asks for another tab or window. */
const isElsewhere = (event: MouseEvent) =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/**
 * To the bag, with how much is in it. A link, so that it works before and without JavaScript;
 * with it the drawer opens, except on the bag's own page.
 */
export function BagButton({ className }: { className: string }) {
  const t = useTranslations("bag");
  const { count, isDrawerOpen, setDrawerOpen } = useCart();
  const isAtBag = usePathname() === "/cart";
  return (
    <Link
      href="/cart"
      className={className}
      aria-haspopup={isAtBag ? undefined : "dialog"}
      aria-expanded={isAtBag ? undefined : isDrawerOpen}
      onClick={(event) => {
        if (isAtBag || isElsewhere(event)) return;
        event.preventDefault();
        setDrawerOpen(true);
      }}
    >
      <ShoppingBag aria-hidden="true" className="size-5" strokeWidth={1.75} />
      <span className="sr-only">{t("buttonBefore")} </span>
      <span className="grid h-6 min-w-6 place-items-center rounded-pill bg-sunken px-1.5 text-caption font-semibold">
        <RollingNumber value={count} />
      </span>
      <span className="sr-only">{t("buttonUnit", { count })}</span>
    </Link>
  );
}
