import type { Metadata, ResolvingMetadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { pictureUrl } from "#design/picture.tsx";
import { Breadcrumbs } from "#features/catalog/breadcrumbs.tsx";
import { findProduct, getMarket, marketsOf, placeOf } from "#features/catalog/catalog-data.ts";
import { ProductData } from "#features/catalog/product-data.tsx";
import { ProductDetails } from "#features/catalog/product-details.tsx";
import { ProductHeading } from "#features/catalog/product-heading.tsx";
import { ProductStage } from "#features/catalog/product-stage.tsx";
import { RelatedProducts } from "#features/catalog/related-products.tsx";
import { shippingLines } from "#features/catalog/shipping-lines.ts";
import { RecentlyViewed } from "#features/recent/recently-viewed.tsx";
import { ReviewsSection } from "#features/reviews/reviews-section.tsx";
import { MoreMessages } from "#i18n/browser-messages.tsx";
import { alternates } from "#features/seo/alternates.ts";
import { openGraphOf } from "#features/seo/open-graph.ts";

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ locale: "en", region: "_", handle: "_" }];

type Props = PageProps<"/[locale]/[region]/products/[handle]">;

async function productOf({ params }: Props) {
  const { handle, ...address } = await params;
  const place = placeOf(address);
  const product = place && (await findProduct(decodeURIComponent(handle), place));
  return product && { product, place };
}

export async function generateMetadata(props: Props, above: ResolvingMetadata): Promise<Metadata> {
  const found = await productOf(props);
  if (!found) return { title: (await getTranslations("product"))("notFound") };
  const { title, subtitle, image, handle } = found.product;
  const markets = await marketsOf(handle, found.place.language);
  const images = image ? [pictureUrl(image, 1200)] : ((await above).openGraph?.images ?? []);
  return {
    title,
    description: subtitle,
    alternates: alternates(await props.params, `/products/${handle}`, markets),
    openGraph: { ...openGraphOf(found.place.language), title, description: subtitle, images },
  };
}

export default async function ProductPage(props: Props) {
  const found = await productOf(props);
  if (!found) notFound();
  const { product, place } = found;
  const crumbs = product.categories.map(({ handle, title }) => ({
    href: `/categories/${handle}`,
    title,
  }));
  return (
    <div className="wrap">
      <ProductData product={product} region={place.region} />
      <Breadcrumbs crumbs={crumbs} here={product.title} />
      <MoreMessages namespaces={["rules", "watch"]}>
        <ProductStage
          product={product}
          heading={<ProductHeading product={product} />}
          below={
            <>
              <p className="max-w-prose">{product.description}</p>
              <ProductDetails
                product={product}
                shipping={await shippingLines(await getMarket(place))}
              />
            </>
          }
        />
      </MoreMessages>
      <ReviewsSection product={product} />
      <RelatedProducts product={product} region={place.region} />
      <RecentlyViewed here={{ id: product.id, handle: product.handle }} />
    </div>
  );
}
