import type { Product, RegionId } from "@meridian/api/catalog/contract.ts";
import { getLocale } from "next-intl/server";
import { ratingData } from "#features/reviews/rating-data.ts";
import { findPublished } from "#features/reviews/reviews-data.ts";
import { productData, StructuredData } from "#features/seo/structured-data.tsx";

/** What search engines are told of a product: what it is, what it costs, and what people think of it. */
export async function ProductData({ product, region }: { product: Product; region: RegionId }) {
  const { reviews } = await findPublished(product);
  const data = {
    ...productData(product, { language: await getLocale(), region }),
    ...ratingData(product.rating, reviews?.items ?? []),
  };
  return <StructuredData data={data} />;
}
