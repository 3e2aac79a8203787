"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Kept } from "#browser/stored-list.ts";
import { StagePicture } from "#design/picture.tsx";
import { Price } from "#design/price.tsx";
import { Skeleton } from "#design/skeleton.tsx";
import { useProducts } from "#features/catalog/use-products.ts";
import { recentProducts } from "#features/recent/recent-products.ts";
import { Link } from "#i18n/navigation.ts";

const place = "w-36 shrink-0 snap-start md:w-44";

/** Small cards in a row that goes on to the right. */
export function RecentShelf({ products: kept }: { products: readonly Kept[] }) {
  const t = useTranslations("collect");
  const title = useId();
  const { products, isWaiting } = useProducts(kept);
  if (!isWaiting && products.length === 0) return null;
  return (
    <section className="pt-24 md:pt-32" aria-labelledby={title}>
      <div className="mb-6 flex items-end justify-between gap-6">
        <h2 id={title} className="text-title md:text-heading">
          {t("recent")}
        </h2>
        <button
          type="button"
          onClick={() => recentProducts.clear()}
          className="inline-flex min-h-11 shrink-0 items-center text-small font-medium text-action underline underline-offset-4 hover:text-action-strong"
        >
          {t("forgetRecent")}
        </button>
      </div>
      <ul className="no-scrollbar -mx-4 flex snap-x scroll-px-4 gap-4 overflow-x-auto px-4 py-1 md:mx-0 md:gap-6 md:px-1">
        {products.map(({ id, handle, title: name, image, hue, price, priceVaries }) => (
          <li key={id} className={place}>
            <Link
              href={`/products/${handle}`}
              prefetch={false}
              className="group block rounded-stage"
            >
              <StagePicture image={image} hue={hue} alt="" sizes="176px" />
              <span className="mt-2 block text-small leading-snug font-medium group-hover:text-action">
                {name}
              </span>
              <Price value={price} from={priceVaries} className="text-small text-quiet" />
            </Link>
          </li>
        ))}
        {isWaiting
          ? kept.slice(products.length).map(({ id }) => (
              <li key={id} className={place}>
                <Skeleton className="aspect-4/5 w-full rounded-stage" />
                <Skeleton className="mt-3 mb-6 h-4 w-3/4" />
              </li>
            ))
          : null}
      </ul>
    </section>
  );
}
