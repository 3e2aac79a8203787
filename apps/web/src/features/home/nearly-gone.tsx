import { getLocale, getTranslations } from "next-intl/server";
import type { ProductSummary, RegionId } from "@meridian/api/catalog/contract.ts";
import { Link } from "#i18n/navigation.ts";
import { Hole } from "#design/hole.tsx";
import { StagePicture } from "#design/picture.tsx";
import { Price } from "#design/price.tsx";
import { listProducts } from "#features/catalog/catalog-data.ts";
import { StockBadge } from "#features/inventory/stock-badge.tsx";

const fewFrom = 6;

/** Of each product the variant with the fewest left, where those are few. */
function scarcest(product: ProductSummary) {
  const [variant] = product.variants
    .filter(({ available }) => available !== null && available > 0 && available <= fewFrom)
    .toSorted((a, b) => (a.available ?? 0) - (b.available ?? 0));
  return variant ? [{ product, variant, left: variant.available ?? 0 }] : [];
}

/** What is about to be gone for good. The choice is as old as the page; the figures are live. */
export async function NearlyGone({ region }: { region: RegionId }) {
  const items = await listProducts({
    language: await getLocale(),
    region,
    availability: "in_stock",
    sort: "title",
    limit: 100,
  });
  const few = items
    .flatMap(scarcest)
    .toSorted((a, b) => a.left - b.left)
    .slice(0, 5);
  if (few.length < 3) return null;
  const t = await getTranslations("home");
  const stock = (await getTranslations("common"))("stock");
  return (
    <section className="mt-24 bg-sunken py-16 md:mt-36 md:py-24" aria-labelledby="nearly-gone">
      <div className="wrap">
        <h2 id="nearly-gone" className="text-heading">
          {t("nearlyGone")}
        </h2>
        <p className="mt-2 max-w-prose text-quiet">{t("nearlyGoneLead")}</p>
        <ul className="no-scrollbar mt-8 -mx-4 flex snap-x scroll-px-4 gap-4 overflow-x-auto px-4 pb-2 md:mx-0 md:grid md:grid-cols-5 md:gap-6 md:overflow-visible md:px-0">
          {few.map(({ product, variant }) => (
            <li key={variant.id} className="w-[62vw] shrink-0 snap-start md:w-auto">
              <Link
                href={`/products/${product.handle}?variant=${variant.id}`}
                className="group block rounded-stage"
              >
                <StagePicture
                  image={product.image}
                  hue={product.hue}
                  alt=""
                  sizes="(min-width: 48rem) 18vw, 62vw"
                />
                <span className="mt-3 block leading-snug font-semibold group-hover:text-action">
                  {product.title}
                </span>
                <span className="block text-small text-quiet">{variant.title}</span>
                <Price value={variant.price} className="text-small text-quiet" />
              </Link>
              <Hole what={stock}>
                <StockBadge variantIds={[variant.id]} />
              </Hole>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
