"use client";

import { ShoppingBag } from "lucide-react";
import Link from "next/link";
import { RollingNumber } from "#design/rolling-number.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";

/** To the bag, with how much is in it. A link: it works before and without JavaScript. */
export function BagButton({ className }: { className: string }) {
  const { count } = useCart();
  return (
    <Link href="/cart" className={className}>
      <ShoppingBag aria-hidden="true" className="size-5" strokeWidth={1.75} />
      <span className="sr-only">Bag, </span>
      <span className="grid h-6 min-w-6 place-items-center rounded-pill bg-sunken px-1.5 text-caption font-semibold">
        <RollingNumber value={count} />
      </span>
      <span className="sr-only">{count === 1 ? "object" : "objects"}</span>
    </Link>
  );
}
