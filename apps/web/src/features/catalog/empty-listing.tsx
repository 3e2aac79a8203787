import { ButtonLink } from "#design/button.tsx";
import {
  countFilters,
  listingHref,
  withoutFilters,
  type Listing,
} from "#features/catalog/listing-query.ts";

/** Nothing matched: says what was asked, and offers the nearest list that has something. */
export function EmptyListing({ path, listing }: { path: string; listing: Listing }) {
  const filters = countFilters(listing);
  return (
    <div className="flex flex-col items-start gap-5 rounded-stage bg-sunken px-6 py-14 md:px-12">
      <h2 className="text-heading">
        {listing.q ? `Nothing called “${listing.q}”` : "Nothing here matches"}
      </h2>
      <p className="max-w-prose text-lead text-quiet">
        {filters > 0
          ? "The filters leave nothing over. Take one back, or see everything again."
          : "Try fewer or shorter words, or look at what came in last."}
      </p>
      <div className="flex flex-wrap gap-3">
        {filters > 0 ? (
          <ButtonLink href={listingHref(path, withoutFilters(listing))}>
            Clear {filters === 1 ? "the filter" : "all filters"}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/search?sort=newest" look={filters > 0 ? "quiet" : "action"}>
          See what is new
        </ButtonLink>
      </div>
    </div>
  );
}
