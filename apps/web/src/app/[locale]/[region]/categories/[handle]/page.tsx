import { alternates } from "#features/seo/alternates.ts";
import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { Link } from "#i18n/navigation.ts";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "#features/catalog/breadcrumbs.tsx";
import { findCategory } from "#features/catalog/find-category.ts";
import { ListingHeader } from "#features/catalog/listing-header.tsx";
import { parseListing } from "#features/catalog/listing-query.ts";
import { ProductListing } from "#features/catalog/listing.tsx";
import { isRegionId } from "#features/region/regions.ts";

/** Rendered whole per request from kept data: without Suspense the list is in the page without JavaScript too. */
export const instant = false;

type Props = PageProps<"/[locale]/[region]/categories/[handle]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const place = await params;
  const found = await findCategory(place.handle);
  if (!found) return {};
  const { title, description } = found.category;
  return { title, description, alternates: alternates(place, `/categories/${place.handle}`) };
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const { region, handle } = await params;
  const listing = parseListing(await searchParams);
  const found = await findCategory(handle);
  if (!found || !isRegionId(region)) notFound();
  const { category, parent, siblings } = found;
  const t = await getTranslations("listing");
  return (
    <div className="wrap">
      <Breadcrumbs
        crumbs={parent ? [{ href: `/categories/${parent.handle}`, title: parent.title }] : []}
        here={category.title}
      />
      <ListingHeader title={category.title} text={category.description} hue={category.hue}>
        {siblings.length > 0 ? (
          <ul
            className="no-scrollbar -mx-4 mt-4 flex gap-2 overflow-x-auto px-4 md:mx-0 md:mt-6 md:flex-wrap md:px-0"
            aria-label={t("within")}
          >
            {siblings.map((sibling) => (
              <li key={sibling.id}>
                <Link
                  href={`/categories/${sibling.handle}`}
                  aria-current={sibling.id === category.id ? "page" : undefined}
                  className="figures inline-flex min-h-11 items-center gap-2 rounded-pill bg-sunken px-5 text-small whitespace-nowrap font-medium hover:bg-rule aria-[current]:bg-ink aria-[current]:text-paper"
                >
                  {sibling.title}
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </ListingHeader>
      <ProductListing
        path={`/categories/${handle}`}
        listing={listing}
        region={region}
        fixed={{ category: handle }}
      />
    </div>
  );
}
