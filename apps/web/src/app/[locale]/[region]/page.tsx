import { isLanguage } from "#i18n/languages.ts";
import { shopData, StructuredData } from "#features/seo/structured-data.tsx";
import { alternates } from "#features/seo/alternates.ts";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getCollections } from "#features/catalog/catalog-data.ts";
import { BackAgain, SellingNow } from "#features/home/on-the-move.tsx";
import { CollectionStory } from "#features/home/collection-story.tsx";
import { Drop } from "#features/home/drop.tsx";
import { JustIn } from "#features/home/just-in.tsx";
import { NearlyGone } from "#features/home/nearly-gone.tsx";
import { RecentlyViewed } from "#features/recent/recently-viewed.tsx";
import { isRegionId } from "#features/region/regions.ts";

export async function generateMetadata({
  params,
}: PageProps<"/[locale]/[region]">): Promise<Metadata> {
  return { alternates: alternates(await params, "/") };
}

export const ensureStatic = "navigation";

export default async function HomePage({ params }: PageProps<"/[locale]/[region]">) {
  const { locale, region } = await params;
  if (!isLanguage(locale) || !isRegionId(region)) notFound();
  const collections = await getCollections(locale);
  const drop = collections.find(({ startsAt }) => startsAt !== null);
  const stories = collections.filter(({ startsAt }) => startsAt === null);
  return (
    <>
      <StructuredData data={shopData({ language: locale, region })} />
      {drop ? <Drop collection={drop} region={region} /> : null}
      {stories[0] ? <CollectionStory collection={stories[0]} region={region} /> : null}
      <JustIn region={region} except={drop?.handle ?? null} />
      <SellingNow region={region} />
      {stories[1] ? <CollectionStory collection={stories[1]} region={region} isMirrored /> : null}
      <NearlyGone region={region} />
      <BackAgain region={region} />
      {stories[2] ? <CollectionStory collection={stories[2]} region={region} /> : null}
      <div className="wrap">
        <RecentlyViewed />
      </div>
    </>
  );
}
