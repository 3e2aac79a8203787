import { notFound } from "next/navigation";
import { getCollections } from "#features/catalog/catalog-data.ts";
import { CollectionStory } from "#features/home/collection-story.tsx";
import { Drop } from "#features/home/drop.tsx";
import { JustIn } from "#features/home/just-in.tsx";
import { NearlyGone } from "#features/home/nearly-gone.tsx";
import { isRegionId } from "#features/region/regions.ts";

export const ensureStatic = "navigation";

export default async function HomePage({ params }: PageProps<"/[locale]/[region]">) {
  const { region } = await params;
  if (!isRegionId(region)) notFound();
  const collections = await getCollections();
  const drop = collections.find(({ startsAt }) => startsAt !== null);
  const stories = collections.filter(({ startsAt }) => startsAt === null);
  return (
    <>
      {drop ? <Drop collection={drop} region={region} /> : null}
      {stories[0] ? <CollectionStory collection={stories[0]} region={region} /> : null}
      <JustIn region={region} except={drop?.handle ?? null} />
      {stories[1] ? <CollectionStory collection={stories[1]} region={region} isMirrored /> : null}
      <NearlyGone region={region} />
      {stories[2] ? <CollectionStory collection={stories[2]} region={region} /> : null}
    </>
  );
}
