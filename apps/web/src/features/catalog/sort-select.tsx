"use client";

import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { localPath, useRouter } from "#i18n/navigation.ts";
import { listingHref, sorts, type Listing } from "#features/catalog/listing-query.ts";
import type { ProductSort } from "@meridian/api/catalog/contract.ts";

/** A native select in a form: without JavaScript a button submits it. */
export function SortSelect({ path, listing }: { path: string; listing: Listing }) {
  const t = useTranslations("list");
  const locale = useLocale();
  const router = useRouter();
  const others = new URLSearchParams(
    listingHref("", { ...listing, sort: null, cursor: null }).slice(1),
  );
  return (
    <form action={localPath(locale, path)} className="flex items-center gap-2">
      {[...others].map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="sort" className="text-small text-quiet max-sm:sr-only">
        {t("sort")}
      </label>
      <span className="relative">
        <select
          id="sort"
          name="sort"
          value={listing.sort ?? (listing.q ? "relevance" : "newest")}
          onChange={(event) => {
            const sort = event.target.value as ProductSort;
            router.push(listingHref(path, { ...listing, cursor: null, sort }), { scroll: false });
          }}
          className="min-h-11 appearance-none rounded-pill bg-sunken pr-10 pl-4 text-small font-medium"
        >
          {listing.q ? <option value="relevance">{t("sorts.relevance")}</option> : null}
          {sorts.map((value) => (
            <option key={value} value={value}>
              {t(`sorts.${value}`)}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-4 size-4 -translate-y-1/2"
        />
      </span>
      <noscript>
        <button type="submit" className="min-h-11 px-2 text-small text-action underline">
          {t("sort")}
        </button>
      </noscript>
    </form>
  );
}
