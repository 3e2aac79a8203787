import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "#features/catalog/breadcrumbs.tsx";
import { ListingHeader } from "#features/catalog/listing-header.tsx";
import { parseListing } from "#features/catalog/listing-query.ts";
import { ProductListing } from "#features/catalog/listing.tsx";
import { isRegionId } from "#features/region/regions.ts";

export const instant = false;

type Props = PageProps<"/[locale]/[region]/search">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = parseListing(await searchParams);
  const t = await getTranslations("listing");
  return { title: q ? t("quoted", { q }) : t("everything"), robots: { index: false } };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { region } = await params;
  const listing = parseListing(await searchParams);
  if (!isRegionId(region)) notFound();
  const t = await getTranslations("listing");
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={[]} here={t(listing.q ? "search" : "everything")} />
      <ListingHeader
        title={listing.q ? t("quoted", { q: listing.q }) : t("everything")}
        text=""
        hue={85}
      />
      <ProductListing path="/search" listing={listing} region={region} fixed={{}} />
    </div>
  );
}
