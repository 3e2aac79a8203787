import { useTranslations } from "next-intl";
import type { ProductSummary } from "@meridian/api/catalog/contract.ts";
import { Link } from "#i18n/navigation.ts";
import { StagePicture } from "#design/picture.tsx";
import { Price } from "#design/price.tsx";
import { Hole } from "#design/hole.tsx";
import { CardTools } from "#features/collecting/card-tools.tsx";
import { CardRating } from "#features/reviews/card-rating.tsx";
import { CardStock } from "#features/inventory/card-stock.tsx";

/** One product in a grid. Its whole face is one link; what is left of it is told live. */
export function ProductCard({
  product,
  sizes = "(min-width: 80rem) 22vw, (min-width: 48rem) 30vw, 46vw",
  isEager = false,
  isLarge = false,
}: {
  product: ProductSummary;
  sizes?: string;
  isEager?: boolean;
  isLarge?: boolean;
}) {
  const t = useTranslations("common");
  const { handle, title, subtitle, hue, price, compareAt, priceVaries } = product;
  return (
    <article className="group relative flex h-full flex-col">
      <span data-picture-of={product.id} className="relative block overflow-hidden rounded-stage">
        <StagePicture image={product.image} hue={hue} sizes={sizes} eager={isEager} alt="" />
        {product.hoverImage ? (
          <span
            aria-hidden="true"
            className="absolute inset-0 hidden opacity-0 transition-opacity duration-240 group-hover:opacity-100 md:block"
          >
            <StagePicture image={product.hoverImage} hue={hue} sizes={sizes} alt="" />
          </span>
        ) : null}
        <CardTools product={product} />
      </span>
      <div className="flex flex-1 flex-col pt-3">
        <h3 className={`${isLarge ? "text-title" : "text-body"} leading-snug font-semibold`}>
          <Link
            href={`/products/${handle}`}
            className="after:absolute after:inset-0 after:rounded-stage"
          >
            {title}
          </Link>
        </h3>
        {isLarge ? <p className="mt-1 max-w-prose text-quiet">{subtitle}</p> : null}
        <Price value={price} before={compareAt} from={priceVaries} className="mt-0.5 text-small" />
        <CardRating rating={product.rating} />
        <div className="mt-0.5 text-caption font-medium">
          <Hole what={t("stock")}>
            <CardStock variantIds={product.variants.map(({ id }) => id)} />
          </Hole>
        </div>
      </div>
    </article>
  );
}
