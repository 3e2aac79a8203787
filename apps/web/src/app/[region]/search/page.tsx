import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "#features/catalog/breadcrumbs.tsx";
import { ListingHeader } from "#features/catalog/listing-header.tsx";
import { parseListing } from "#features/catalog/listing-query.ts";
import { ProductListing } from "#features/catalog/listing.tsx";
import { isRegionId } from "#features/region/regions.ts";

export const instant = false;

type Props = PageProps<"/[region]/search">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = parseListing(await searchParams);
  return { title: q ? `“${q}”` : "Everything", robots: { index: false } };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { region } = await params;
  const listing = parseListing(await searchParams);
  if (!isRegionId(region)) notFound();
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={[]} here={listing.q ? "Search" : "Everything"} />
      <ListingHeader title={listing.q ? `“${listing.q}”` : "Everything"} text="" hue={85} />
      <ProductListing path="/search" listing={listing} region={region} fixed={{}} />
    </div>
  );
}
