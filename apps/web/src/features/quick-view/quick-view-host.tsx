"use client";

import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useState } from "react";

const QuickView = lazy(async () => ({
  default: (await import("#features/quick-view/quick-view.tsx")).QuickView,
}));

/** Opens the product that the address names. Behind a Suspense boundary: it reads the query. */
export function QuickViewHost() {
  const asked = useSearchParams().get("view");
  const [shown, setShown] = useState<string | null>(null);
  if (asked !== null && asked !== shown) setShown(asked);
  return shown === null ? null : (
    <Suspense>
      <QuickView key={shown} handle={shown} isOpen={asked !== null} />
    </Suspense>
  );
}
