"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { isOwnPage } from "#browser/own-page.ts";
import { useEffect, useState } from "react";
import { pageCache } from "#features/offline/keeper.ts";
import { useMarketName } from "#features/region/use-market-name.ts";
import { splitAddress } from "#i18n/addresses.ts";
import { languageNames, type Language } from "#i18n/languages.ts";

/** Its address has its language already, and no market: all that is kept is of one. */
type KeptPage = { href: string; title: string; language: Language; path: string };

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
      const { language, path } = splitAddress(pathname);
      return { href: pathname + search, title: title.replace(/ · Meridian$/, ""), language, path };
    }),
  );
}

/** The address that led here. Only ever a page of this shop. */
function readWanted(): string | null {
  const from = new URLSearchParams(location.search).get("from") ?? "";
  return isOwnPage(from) ? from : null;
}

/** Back to where one wanted to go, as soon as there is a connection. */
function useReturn(): void {
  useEffect(() => {
    const go = () => {
      const wanted = readWanted();
      if (wanted !== null) location.replace(wanted);
    };
    window.addEventListener("online", go);
    return () => window.removeEventListener("online", go);
  }, []);
}

/** What this device has of the shop; first the page that was wanted, when it was visited in another language or market. */
export function KeptPages() {
  const t = useTranslations("offline");
  const market = useMarketName();
  const [pages, setPages] = useState<readonly KeptPage[]>([]);
  const [wanted, setWanted] = useState<string>();
  useReturn();
  useEffect(() => {
    const show = (kept: readonly KeptPage[]) => {
      const from = readWanted();
      if (from !== null) setWanted(splitAddress(new URL(from, location.origin).pathname).path);
      setPages(kept);
    };
    if ("caches" in window) readKeptPages().then(show, () => undefined);
  }, []);
  const same = pages.filter(({ path }) => path === wanted);
  const others = pages.filter(({ path }) => path !== wanted);
  return (
    <>
      <PageLinks
        id="same-page"
        heading={t("asVisited")}
        pages={same}
        remark={({ language }) => `${languageNames[language]} · ${market}`}
      />
      <PageLinks id="kept-pages" heading={t("stillHere")} pages={others} />
    </>
  );
}

function PageLinks({
  id,
  heading,
  pages,
  remark,
}: {
  id: string;
  heading: string;
  pages: readonly KeptPage[];
  remark?: (page: KeptPage) => string;
}) {
  if (pages.length === 0) return null;
  return (
    <section aria-labelledby={id} className="w-full max-w-2xl">
      <h2 id={id} className="text-title">
        {heading}
      </h2>
      <ul className="mt-3 divide-y divide-rule">
        {pages.map((page) => (
          <li key={page.href}>
            <Link
              href={page.href}
              className="flex min-h-12 flex-wrap items-center gap-x-3 font-medium hover:text-action"
            >
              {page.title}
              {remark ? (
                <span className="text-small font-normal text-quiet">{remark(page)}</span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
