import { alternates } from "#features/seo/alternates.ts";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import type { CSSProperties } from "react";
import { Breadcrumbs } from "#features/catalog/breadcrumbs.tsx";
import { getCollections } from "#features/catalog/catalog-data.ts";
import { ListingHeader } from "#features/catalog/listing-header.tsx";
import { parseListing } from "#features/catalog/listing-query.ts";
import { ProductListing } from "#features/catalog/listing.tsx";
import { Countdown } from "#features/home/countdown.tsx";
import { isRegionId } from "#features/region/regions.ts";

export const instant = false;

type Props = PageProps<"/[locale]/[region]/collections/[handle]">;

const findCollection = async (handle: string) =>
  (await getCollections(await getLocale())).find((collection) => collection.handle === handle);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const place = await params;
  const collection = await findCollection(place.handle);
  if (!collection) return {};
  const { title, description } = collection;
  return { title, description, alternates: alternates(place, `/collections/${place.handle}`) };
}

export default async function CollectionPage({ params, searchParams }: Props) {
  const { region, handle } = await params;
  const listing = parseListing(await searchParams);
  const collection = await findCollection(handle);
  if (!collection || !isRegionId(region)) notFound();
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={[]} here={collection.title} />
      {collection.startsAt ? (
        <div className="pb-4" style={{ "--hue": collection.hue } as CSSProperties}>
          <Countdown startsAt={collection.startsAt} />
        </div>
      ) : null}
      <ListingHeader title={collection.title} text={collection.description} hue={collection.hue} />
      <ProductListing
        path={`/collections/${handle}`}
        listing={listing}
        region={region}
        fixed={{ collection: handle }}
      />
    </div>
  );
}
