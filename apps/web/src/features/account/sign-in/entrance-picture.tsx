import { getLocale } from "next-intl/server";
import { StagePicture } from "#design/picture.tsx";
import { getCollections, listProducts } from "#features/catalog/catalog-data.ts";
import { isRegionId } from "#features/region/regions.ts";

/** The first object of a collection that is told on the home page. */
export async function EntrancePicture({ region }: { region: string }) {
  if (!isRegionId(region)) return null;
  const language = await getLocale();
  const collections = await getCollections(language);
  const story = collections.findLast(({ startsAt }) => startsAt === null);
  const items = await listProducts({
    language,
    region,
    limit: 1,
    ...(story && { collection: story.handle }),
  });
  const [product] = items;
  if (product === undefined) return null;
  return (
    <StagePicture
      image={product.image}
      hue={product.hue}
      alt=""
      sizes="(min-width: 64rem) 44vw, 1px"
      className="aspect-square"
    />
  );
}
