"use client";

import type { Region, RegionId } from "@meridian/api/catalog/contract.ts";
import { createContext, use, type ReactNode } from "react";

const MarketContext = createContext<Region | null>(null);

/** @param market as the API tells it: currency, tax and shipping, so that a bag is priced in the browser */
export function MarketProvider({ market, children }: { market: Region; children: ReactNode }) {
  return <MarketContext value={market}>{children}</MarketContext>;
}

/** The market that this page was made for. */
export function useMarket(): Region {
  const market = use(MarketContext);
  if (!market) throw new Error("useMarket needs a MarketProvider above it");
  return market;
}

export function useRegion(): RegionId {
  return useMarket().id;
}
