"use client";

import type { Variant } from "@meridian/api/catalog/contract.ts";
import { lazy, Suspense, useState } from "react";
import { Skeleton } from "#design/skeleton.tsx";
import type { Stock } from "#features/inventory/use-stock.ts";

const WatchBox = lazy(async () => ({
  default: (await import("#features/watches/watch-box.tsx")).WatchBox,
}));

/** Where a variant is sold out, or was while one looked: a page of what there is loads nothing of it. */
export function WatchSlot({ variant, stock }: { variant: Variant; stock: Stock | undefined }) {
  const [soldOutId, setSoldOutId] = useState<string>();
  if (stock?.state === "none" && soldOutId !== variant.id) setSoldOutId(variant.id);
  if (soldOutId !== variant.id) return null;
  const isBack = stock !== undefined && stock.state !== "none" && stock.state !== "unknown";
  return (
    <Suspense fallback={<Skeleton className="h-14 rounded-stage" />}>
      <WatchBox key={variant.id} variantId={variant.id} isBack={isBack} />
    </Suspense>
  );
}
