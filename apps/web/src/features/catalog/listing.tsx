import { getLocale, getTranslations } from "next-intl/server";
import type { ProductPage, RegionId } from "@meridian/api/catalog/contract.ts";
import { notFound } from "next/navigation";
import { findPage, getCategories, type Place } from "#features/catalog/catalog-data.ts";
import { KeepsFocus } from "#design/keeps-focus.tsx";
import { buttonClass } from "#design/button.tsx";
import { EmptyListing } from "#features/catalog/empty-listing.tsx";
import { FacetList } from "#features/catalog/facet-list.tsx";
import { FilterChips } from "#features/catalog/filter-chips.tsx";
import {
  countFilters,
  listQuery,
  withoutFilters,
  type Listing,
} from "#features/catalog/listing-query.ts";
import { LoadMore } from "#features/catalog/load-more.tsx";
import { ProductGrid } from "#features/catalog/product-grid.tsx";
import { SortSelect } from "#features/catalog/sort-select.tsx";
import { minorPerUnit, regions } from "#features/region/regions.ts";

export type Fixed = { category?: string; collection?: string };

/**
 * The list that an address speaks of. Addresses are kept and shared: where it has a cursor that is none, or a category
 * that is gone, the list is shown without. Null: what the page stands for is gone itself.
 */
async function findListing(asked: Listing, place: Place, fixed: Fixed) {
  for (const listing of [asked, { ...asked, cursor: null }, withoutFilters(asked)]) {
    const query = listQuery(listing, place, minorPerUnit(place.region), fixed);
    const page = await findPage(query);
    if (page) return { listing, query, page };
  }
  return null;
}

/** Later pages carry no facets and no total: they are the first page's. */
async function firstPageOf(page: ProductPage, listing: Listing, place: Place, fixed: Fixed) {
  if (listing.cursor === null) return page;
  const first = { ...listing, cursor: null };
  const query = listQuery(first, place, minorPerUnit(place.region), fixed);
  return (await findPage(query)) ?? page;
}

/** A list of products with its filters, sort and pages, all of them addresses: it works without JavaScript. */
export async function ProductListing({
  path,
  listing: asked,
  region,
  fixed,
}: {
  path: string;
  listing: Listing;
  region: RegionId;
  /** What the page itself stands for. */
  fixed: Fixed;
}) {
  const place = { language: await getLocale(), region };
  const found = await findListing(asked, place, fixed);
  if (!found) notFound();
  const { listing, query, page } = found;
  const { total, facets, correctedTo } = await firstPageOf(page, listing, place, fixed);
  const categories = await getCategories(place.language);
  const t = await getTranslations("listing");
  const common = await getTranslations("common");
  const filters = countFilters(listing);
  const shared = { path, listing, currency: regions[region].currency };
  return (
    <div className="relative grid gap-x-10 gap-y-4 grid-cols-[minmax(0,1fr)] lg:grid-cols-[15rem_minmax(0,1fr)]">
      <details className="filters group lg:sticky lg:top-24 lg:self-start">
        <summary className="inline-flex min-h-12 items-center gap-2 rounded-pill bg-sunken px-5 font-medium lg:hidden">
          {t("filter")}
          {filters > 0 ? <span className="figures text-action">{filters}</span> : null}
        </summary>
        {/* Positioned: what is there for screen readers alone would make the page longer than it looks. */}
        <div className="relative lg:-ml-1 lg:max-h-[calc(100dvh-8rem)] lg:overflow-y-auto lg:overscroll-contain lg:pl-1">
          {facets ? (
            <FacetList {...shared} facets={facets} categories={categories} fixed={fixed} />
          ) : null}
          {total === null ? null : (
            <a
              href="#objects"
              className={buttonClass("action", "figures sticky bottom-4 z-10 w-full lg:hidden")}
            >
              {t("showThem", { count: total })}
            </a>
          )}
        </div>
      </details>
      <KeepsFocus id="objects" aria-label={t("objectsHeading")} className="scroll-mt-32">
        <div className="mb-4 flex items-center justify-between gap-x-6 lg:mb-6">
          <p role="status" className="figures text-quiet">
            {total === null ? "" : common("objects", { count: total })}
            {correctedTo ? t("correctedTo", { q: correctedTo }) : ""}
          </p>
          {/* Beside the filters' button where they fold. */}
          <div className="max-lg:absolute max-lg:top-0.5 max-lg:right-0">
            <SortSelect path={path} listing={listing} />
          </div>
        </div>
        <FilterChips {...shared} facets={facets} />
        {page.items.length === 0 ? (
          <EmptyListing path={path} listing={listing} />
        ) : (
          <>
            <h2 className="sr-only">{t("objectsHeading")}</h2>
            <ProductGrid products={page.items} isFirstPage={listing.cursor === null} />
            {page.nextCursor ? (
              <LoadMore
                key={JSON.stringify(query)}
                query={query}
                cursor={page.nextCursor}
                path={path}
                listing={listing}
                shown={page.items.length}
                total={total}
              />
            ) : null}
          </>
        )}
      </KeepsFocus>
    </div>
  );
}
