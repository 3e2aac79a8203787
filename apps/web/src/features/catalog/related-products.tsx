import { getLocale, getTranslations } from "next-intl/server";
import type { Product, RegionId } from "@meridian/api/catalog/contract.ts";
import { listNeighbours } from "#features/catalog/catalog-data.ts";
import { ProductCard } from "#features/catalog/product-card.tsx";

/** What stands next to it in the shop: from its first collection, else its innermost category. */
export async function RelatedProducts({ product, region }: { product: Product; region: RegionId }) {
  const collection = product.collections[0];
  const category = product.categories.at(-1);
  if (!collection && !category) return null;
  const items = await listNeighbours({
    language: await getLocale(),
    region,
    limit: 5,
    ...(collection ? { collection: collection.handle } : { category: category?.handle ?? "" }),
  });
  const others = items.filter(({ id }) => id !== product.id).slice(0, 4);
  if (others.length === 0) return null;
  const t = await getTranslations("product");
  return (
    <section className="pt-24 md:pt-32" aria-labelledby="related">
      <h2 id="related" className="mb-8 text-heading">
        {collection
          ? t("alsoIn", { title: collection.title })
          : t("moreFrom", { title: category?.title ?? "" })}
      </h2>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-10 md:gap-x-6 lg:grid-cols-4">
        {others.map((other) => (
          <li key={other.id}>
            <ProductCard product={other} />
          </li>
        ))}
      </ul>
    </section>
  );
}
