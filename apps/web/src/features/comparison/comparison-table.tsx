import type { Product } from "@meridian/api/catalog/contract.ts";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "#design/button.tsx";
import { hidden } from "#design/hidden.tsx";
import { Hole } from "#design/hole.tsx";
import { StagePicture } from "#design/picture.tsx";
import { Price, usePriceText } from "#design/price.tsx";
import { compareHref } from "#features/comparison/compared.ts";
import { differs, optionRows } from "#features/comparison/facts.ts";
import { CardRating } from "#features/reviews/card-rating.tsx";
import { StockBadge } from "#features/inventory/stock-badge.tsx";
import { Link } from "#i18n/navigation.ts";

const cell = "border-t border-rule py-4 pr-4 align-top md:pr-6";
const nameCell =
  "sticky left-0 z-10 border-t border-rule bg-paper py-4 pr-3 text-left align-top text-small font-medium wrap-break-word hyphens-auto";

/** One thing that is said of all of them, marked where it is not the same. */
function Line({
  name,
  isMarked = false,
  products,
  children,
}: {
  name: string;
  isMarked?: boolean;
  products: readonly Product[];
  children: (product: Product, index: number) => ReactNode;
}) {
  const t = useTranslations("compare");
  return (
    <tr data-differs={isMarked || undefined}>
      <th scope="row" className={nameCell}>
        {name}
        {isMarked ? (
          <span className="mt-1 block w-fit rounded-pill bg-action-wash px-2 text-caption font-medium text-ink">
            {t("differs")}
          </span>
        ) : null}
      </th>
      {products.map((product, index) => (
        <td key={product.id} className={`${cell} ${isMarked ? "font-medium" : "text-quiet"}`}>
          {children(product, index)}
        </td>
      ))}
    </tr>
  );
}

function Face({ product }: { product: Product }) {
  const { id, handle, title, image, hue } = product;
  return (
    <Link href={`/products/${handle}`} className="group block rounded-stage">
      <StagePicture
        image={image}
        pictureOf={id}
        hue={hue}
        alt=""
        eager
        sizes="(min-width: 48rem) 22vw, 50vw"
      />
      <span className="mt-3 block text-body leading-snug font-semibold group-hover:text-action">
        {title}
      </span>
    </Link>
  );
}

function Acts({ product, others }: { product: Product; others: readonly Product[] }) {
  const t = useTranslations("compare");
  const { id, handle, title } = product;
  return (
    <>
      <button
        type="button"
        data-act="view"
        data-handle={handle}
        aria-haspopup="dialog"
        className={buttonClass("quiet", "w-full px-3! text-small noscript:hidden")}
      >
        <span>{t.rich("choose", { title, hidden })}</span>
      </button>
      <Link
        href={compareHref(others.map((other) => other.handle))}
        replace
        prefetch={false}
        data-act="unpick"
        data-id={id}
        className="inline-flex min-h-11 items-center text-small text-action underline underline-offset-4"
      >
        <span>{t.rich("takeOut", { title, hidden })}</span>
      </Link>
    </>
  );
}

/** Products side by side. On a phone it scrolls to the right, and what a line is about stays. */
export function ComparisonTable({ products }: { products: readonly Product[] }) {
  const t = useTranslations("compare");
  const language = useLocale();
  const stock = useTranslations("common")("stock");
  const { priceText } = usePriceText();
  const of = (name: string, say: (product: Product) => string | null) => ({
    name,
    values: products.map(say),
  });
  const prices = of(t("price"), ({ price, priceVaries }) => `${priceText(price)}${priceVaries}`);
  const ratings = of(t("rating"), ({ rating }) => rating && `${rating.average} ${rating.count}`);
  const makers = of(t("maker"), ({ vendor }) => vendor || null);
  return (
    <div className="relative -mx-4 overflow-x-auto px-4 md:mx-0 md:px-0">
      <table
        className="w-full table-fixed border-separate border-spacing-0 text-small"
        style={{
          minWidth: `${7 + products.length * 11}rem`,
          maxWidth: `${9 + products.length * 20}rem`,
        }}
      >
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 w-28 bg-paper md:w-36">
              <span className="sr-only">{t("what")}</span>
            </th>
            {products.map((product) => (
              <th key={product.id} scope="col" className="pr-4 pb-2 text-left align-top md:pr-6">
                <Face product={product} />
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row" className="sticky left-0 z-10 bg-paper">
              <span className="sr-only">{t("acts")}</span>
            </th>
            {products.map((product) => (
              <td key={product.id} className="pr-4 pb-2 align-top md:pr-6">
                <Acts product={product} others={products.filter((other) => other !== product)} />
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line name={prices.name} isMarked={differs(prices)} products={products}>
            {({ price, compareAt, priceVaries }) => (
              <Price value={price} before={compareAt} from={priceVaries} />
            )}
          </Line>
          <Line name={t("stock")} products={products}>
            {({ variants }) => (
              <Hole what={stock}>
                <StockBadge variantIds={variants.map(({ id }) => id)} />
              </Hole>
            )}
          </Line>
          <Line name={ratings.name} isMarked={differs(ratings)} products={products}>
            {({ rating }) => (rating ? <CardRating rating={rating} /> : t("notRated"))}
          </Line>
          {[...optionRows(products, language), makers].map((row) => (
            <Line key={row.name} name={row.name} isMarked={differs(row)} products={products}>
              {(_, index) => row.values[index] ?? t("none")}
            </Line>
          ))}
          <Line name={t("text")} products={products}>
            {({ description, subtitle }) => description || subtitle}
          </Line>
          <Line name={t("facts")} products={products}>
            {({ details }) =>
              details.length === 0 ? (
                t("none")
              ) : (
                <ul className="list-disc space-y-1 pl-4 marker:text-edge">
                  {details.map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              )
            }
          </Line>
        </tbody>
      </table>
    </div>
  );
}
