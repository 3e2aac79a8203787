"use client";

import { usePathname } from "next/navigation";
import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { used } from "#browser/use-when-used.ts";
import { useCart } from "#features/cart/cart-provider.tsx";

const load = () => import("#features/cart/ui/cart-drawer.tsx");
const CartDrawer = lazy(async () => ({ default: (await load()).CartDrawer }));

/** Brings the drawer's code when somebody is there: no page waits for it, and no first opening does. */
export function CartDrawerHost() {
  const { isDrawerOpen, setDrawerOpen } = useCart();
  const pathname = usePathname();
  const [wasOpen, setWasOpen] = useState(false);
  if (isDrawerOpen && !wasOpen) setWasOpen(true);
  useEffect(() => {
    void used.then(load).catch(() => undefined);
  }, []);
  const closeAt = useEffectEvent((_path: string) => setDrawerOpen(false));
  useEffect(() => closeAt(pathname), [pathname]);
  return wasOpen ? (
    <Suspense>
      <CartDrawer />
    </Suspense>
  ) : null;
}
