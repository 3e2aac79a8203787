"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC } from "#api/browser.tsx";
import { useRegion } from "#features/region/region-context.tsx";

const pauseMs = 120;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** What matches while typing. The answer always belongs to the newest words: older requests are aborted. */
export function useSuggestions(typed: string) {
  const trpc = useTRPC();
  const region = useRegion();
  const language = useLocale();
  const q = useSettled(typed.trim()).slice(0, 100);
  const query = useQuery({
    ...trpc.catalog.suggest.queryOptions(
      { q, region, language, limit: 6 },
      { trpc: { abortOnUnmount: true } },
    ),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return { suggestions: q.length > 0 ? query.data : undefined, q };
}
