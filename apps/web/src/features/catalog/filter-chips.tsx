import type { Words } from "#i18n/app-config.ts";
import { useTranslations } from "next-intl";
import type { Facets } from "@meridian/api/catalog/contract.ts";
import type { Currency } from "@meridian/api/kernel/money.ts";
import { X } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import {
  countFilters,
  listingHref,
  toggleOption,
  withoutFilters,
  type Listing,
} from "#features/catalog/listing-query.ts";

type Known = {
  currency: Currency;
  /** What the list calls its filters; null where it is not known. */
  facets: Facets | null;
};

function labelOf(facets: readonly { value: string; label: string }[] | undefined, value: string) {
  return facets?.find((facet) => facet.value === value)?.label ?? value;
}

function chipsOf(
  listing: Listing,
  { currency, facets }: Known,
  t: Words<"listing">,
): { label: string; next: Listing }[] {
  const base = { ...listing, cursor: null };
  const { min, max } = listing;
  const price =
    min !== null && max !== null
      ? t("priceBetween", { min, max, currency })
      : min === null
        ? t("priceUpTo", { max: max ?? 0, currency })
        : t("priceFrom", { min, currency });
  return [
    ...(listing.category
      ? [{ label: labelOf(facets?.categories, listing.category), next: { ...base, category: "" } }]
      : []),
    ...(listing.collection
      ? [
          {
            label: labelOf(facets?.collections, listing.collection),
            next: { ...base, collection: "" },
          },
        ]
      : []),
    ...Object.entries(listing.options).flatMap(([name, values]) =>
      values.map((value) => ({
        label: labelOf(facets?.options.find((axis) => axis.name === name)?.values, value),
        next: toggleOption(listing, name, value),
      })),
    ),
    ...(min !== null || max !== null
      ? [{ label: price, next: { ...base, min: null, max: null } }]
      : []),
    ...(listing.rating === null
      ? []
      : [{ label: t("starsAndUp", { min: listing.rating }), next: { ...base, rating: null } }]),
    ...(listing.isInStockOnly
      ? [{ label: t("inStock"), next: { ...base, isInStockOnly: false } }]
      : []),
  ];
}

/** What narrows the list, each with a way to take it back. */
export function FilterChips({
  path,
  listing,
  ...known
}: {
  path: string;
  listing: Listing;
} & Known) {
  const t = useTranslations("listing");
  if (countFilters(listing) === 0) return null;
  return (
    <ul aria-label={t("filters")} className="mb-6 flex flex-wrap gap-2">
      {chipsOf(listing, known, t).map(({ label, next }) => (
        <li key={label}>
          <Link
            href={listingHref(path, next)}
            scroll={false}
            className="inline-flex min-h-11 items-center gap-2 rounded-pill bg-action-wash pr-3 pl-4 text-small font-medium"
          >
            <span className="sr-only">{t("removeFilter")} </span>
            {label}
            <X aria-hidden="true" className="size-4" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={listingHref(path, withoutFilters(listing))}
          scroll={false}
          className="inline-flex min-h-11 items-center px-2 text-small text-action underline underline-offset-4"
        >
          {t("clearAll")}
        </Link>
      </li>
    </ul>
  );
}
