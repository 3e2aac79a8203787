"use client";

import { useLocale } from "next-intl";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { keepVisit, registerWorker } from "#features/offline/keeper.ts";
import { useRegion } from "#features/region/region-context.tsx";
import { localPath } from "#i18n/navigation.ts";

/** Pages that are there without a visit, in the language that is shown. */
const pinned = ["/cart", "/offline"];

/** Calls back two seconds after the page has loaded: the first view comes first. @returns what calls it off */
function afterLoad(work: () => void): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  const wait = () => {
    const soon = setTimeout(work, 2000);
    signal.addEventListener("abort", () => clearTimeout(soon));
  };
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true, signal });
  return () => leave.abort();
}

/** Has each visited page kept, when nobody waits for anything. Behind a Suspense boundary: it reads the query. */
export function PageKeeper() {
  const locale = useLocale();
  const market = useRegion();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const page = search === "" ? pathname : `${pathname}?${search}`;
    const visit = { page, market, pinned: pinned.map((href) => localPath(locale, href)) };
    return afterLoad(async () => {
      try {
        await registerWorker();
        if (process.env.NODE_ENV === "production") await keepVisit(visit);
      } catch {
        // Forbidden, or no connection: nothing is kept, and nothing is lost.
      }
    });
  }, [locale, market, pathname, search]);
  return null;
}
