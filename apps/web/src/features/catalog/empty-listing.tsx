import { useTranslations } from "next-intl";
import { ButtonLink } from "#design/button.tsx";
import {
  countFilters,
  listingHref,
  withoutFilters,
  type Listing,
} from "#features/catalog/listing-query.ts";
import { RecentlyViewed } from "#features/recent/recently-viewed.tsx";

/** Nothing matched: says what was asked, and offers the nearest list that has something. */
export function EmptyListing({ path, listing }: { path: string; listing: Listing }) {
  const t = useTranslations("listing");
  const common = useTranslations("common");
  const filters = countFilters(listing);
  return (
    <>
      <div className="flex flex-col items-start gap-5 rounded-stage bg-sunken px-6 py-14 md:px-12">
        <h2 className="max-w-full text-heading wrap-anywhere">
          {listing.q ? t("nothingCalled", { q: listing.q }) : t("nothingMatches")}
        </h2>
        <p className="max-w-prose text-lead text-quiet">
          {filters > 0 ? t("filtersLeaveNothing") : t("fewerWords")}
        </p>
        <div className="flex flex-wrap gap-3">
          {filters > 0 ? (
            <ButtonLink href={listingHref(path, withoutFilters(listing))}>
              {t("clearFilters", { count: filters })}
            </ButtonLink>
          ) : null}
          <ButtonLink href="/search?sort=newest" look={filters > 0 ? "quiet" : "action"}>
            {common("seeNew")}
          </ButtonLink>
        </div>
      </div>
      <RecentlyViewed />
    </>
  );
}
