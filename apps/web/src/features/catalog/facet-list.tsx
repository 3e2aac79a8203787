import { useTranslations } from "next-intl";
import type { Currency } from "@meridian/api/kernel/money.ts";
import type { Category, Facets } from "@meridian/api/catalog/contract.ts";
import { Check } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import type { ReactNode } from "react";
import { categoryFacets } from "#features/catalog/category-facets.ts";
import { listingHref, toggleOption, type Listing } from "#features/catalog/listing-query.ts";
import type { Fixed } from "#features/catalog/listing.tsx";
import { PriceFilter } from "#features/catalog/price-filter.tsx";

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="py-4">
      <h2 className="mb-1 font-text text-small font-semibold tracking-normal">{title}</h2>
      {children}
    </section>
  );
}

function FacetLink({
  href,
  label,
  count,
  swatch,
  isChosen,
  isWithin = false,
}: {
  href: string;
  label: string;
  count: number;
  swatch?: string | undefined;
  isChosen: boolean;
  /** Below the one before it. */
  isWithin?: boolean;
}) {
  const t = useTranslations("listing");
  return (
    <li className={isWithin ? "pl-5" : undefined}>
      <Link
        href={href}
        scroll={false}
        rel="nofollow"
        aria-current={isChosen ? "true" : undefined}
        className="flex min-h-11 items-center gap-3 text-small text-quiet hover:text-action aria-[current]:font-semibold aria-[current]:text-ink lg:min-h-9"
      >
        <span
          aria-hidden="true"
          className={`grid size-5 shrink-0 place-items-center ${swatch ? "swatch rounded-full" : "edged rounded-[5px]"} ${isChosen ? "bg-action text-on-action" : swatch ? "ring-1 ring-edge/40" : "bg-sunken ring-1 ring-edge/60"}`}
          style={swatch && !isChosen ? { background: swatch } : undefined}
        >
          {isChosen ? <Check className="size-3.5" strokeWidth={3} /> : null}
        </span>
        <span className="flex-1">
          {label}
          {isChosen ? <span className="sr-only">{t("chosen")}</span> : null}
        </span>
        <span className="figures text-caption text-quiet">
          <span className="sr-only">, </span>
          {count}
        </span>
      </Link>
    </li>
  );
}

/** Without those that let through no more than a stricter one does. */
function tellingRatings({ ratings }: Facets, { rating }: Listing): Facets["ratings"] {
  return ratings
    .slice(0, 3)
    .filter(({ min, count }, at, all) => min === rating || count !== all[at - 1]?.count);
}

/** Every filter is a link to the list that it makes, with how many it would show. */
export function FacetList({
  path,
  listing,
  facets,
  categories: tree,
  fixed,
  currency,
}: {
  path: string;
  listing: Listing;
  facets: Facets;
  categories: readonly Category[];
  fixed: Fixed;
  currency: Currency;
}) {
  const t = useTranslations("listing");
  const href = (change: Partial<Listing>) =>
    listingHref(path, { ...listing, cursor: null, ...change });
  const isChosen = (name: string, value: string) => listing.options[name]?.includes(value) ?? false;
  const categories = categoryFacets(facets.categories, tree, listing.category);
  return (
    <div className="divide-y divide-rule">
      {fixed.category === undefined && categories.length > 1 ? (
        <Group title={t("category")}>
          <ul>
            {categories.map(({ value, label, count, isWithin }) => (
              <FacetLink
                key={value}
                label={label}
                count={count}
                isWithin={isWithin}
                isChosen={listing.category === value}
                href={href({ category: listing.category === value ? "" : value })}
              />
            ))}
          </ul>
        </Group>
      ) : null}
      <Group title={t("availability")}>
        <ul>
          <FacetLink
            label={t("inStock")}
            count={facets.inStock}
            isChosen={listing.isInStockOnly}
            href={href({ isInStockOnly: !listing.isInStockOnly })}
          />
        </ul>
      </Group>
      {facets.ratings.length > 0 ? (
        <Group title={t("rating")}>
          <ul>
            {tellingRatings(facets, listing).map(({ min, count }) => (
              <FacetLink
                key={min}
                label={t("starsAndUp", { min })}
                count={count}
                isChosen={listing.rating === min}
                href={href({ rating: listing.rating === min ? null : min })}
              />
            ))}
          </ul>
        </Group>
      ) : null}
      {facets.price ? (
        <Group title={t("price", { currency })}>
          <PriceFilter path={path} listing={listing} range={facets.price} />
        </Group>
      ) : null}
      {facets.options.slice(0, 6).map(({ name, label: title, values }) => (
        <Group key={name} title={title}>
          <ul>
            {values.slice(0, 10).map(({ value, label, count, swatch }) => (
              <FacetLink
                key={value}
                label={label}
                count={count}
                swatch={swatch}
                isChosen={isChosen(name, value)}
                href={listingHref(path, toggleOption(listing, name, value))}
              />
            ))}
          </ul>
        </Group>
      ))}
    </div>
  );
}
