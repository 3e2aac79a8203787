"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useEffect, useState } from "react";
import { pageCache } from "#features/offline/keeper.ts";

/** Its address has its language already. */
type KeptPage = { href: string; title: string };

const mostShown = 12;

async function readKeptPages(): Promise<KeptPage[]> {
  const cache = await caches.open(pageCache);
  const requests = (await cache.keys()).toReversed().slice(0, mostShown);
  const parser = new DOMParser();
  return Promise.all(
    requests.map(async (request) => {
      const { pathname, search } = new URL(request.url);
      const answer = await cache.match(request, { ignoreVary: true });
      const { title } = parser.parseFromString((await answer?.text()) ?? "", "text/html");
      return { href: pathname + search, title: title.replace(/ · Meridian$/, "") };
    }),
  );
}

/** Back to where one wanted to go, as soon as there is a connection. Only ever a page of this shop. */
function useReturn(): void {
  useEffect(() => {
    const from = new URLSearchParams(location.search).get("from") ?? "";
    const target = /^\/(?![/\\])/.test(from) ? from : null;
    const go = () => {
      if (target !== null) location.replace(target);
    };
    window.addEventListener("online", go);
    return () => window.removeEventListener("online", go);
  }, []);
}

/** What this device has of the shop. */
export function KeptPages() {
  const t = useTranslations("offline");
  const [pages, setPages] = useState<readonly KeptPage[]>([]);
  useReturn();
  useEffect(() => {
    if ("caches" in window) readKeptPages().then(setPages, () => undefined);
  }, []);
  if (pages.length === 0) return null;
  return (
    <section aria-labelledby="kept-pages" className="w-full max-w-2xl">
      <h2 id="kept-pages" className="text-title">
        {t("stillHere")}
      </h2>
      <ul className="mt-3 divide-y divide-rule">
        {pages.map(({ href, title }) => (
          <li key={href}>
            <Link href={href} className="flex min-h-12 items-center font-medium hover:text-action">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
