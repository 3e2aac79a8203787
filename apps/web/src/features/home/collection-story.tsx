import { hidden } from "#design/hidden.tsx";
import { getLocale, getTranslations } from "next-intl/server";
import type { Collection, RegionId } from "@meridian/api/catalog/contract.ts";
import { ArrowRight } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import type { CSSProperties, ReactNode } from "react";
import { StagePicture } from "#design/picture.tsx";
import { Price } from "#design/price.tsx";
import { listProducts } from "#features/catalog/catalog-data.ts";

const pale = (words: ReactNode) => <span className="font-medium text-hue">{words}</span>;

/** A collection in one sentence and three objects, one of them large and one set lower than the others. */
export async function CollectionStory({
  collection,
  region,
  isMirrored = false,
}: {
  collection: Collection;
  region: RegionId;
  isMirrored?: boolean;
}) {
  const items = await listProducts({
    language: await getLocale(),
    region,
    collection: collection.handle,
    limit: 3,
  });
  const t = await getTranslations("home");
  const places = isMirrored
    ? ["lg:col-span-3 lg:pt-28", "lg:col-span-3", "col-span-2 lg:col-span-6"]
    : ["col-span-2 lg:col-span-6", "lg:col-span-3 lg:pt-28", "lg:col-span-3"];
  return (
    <section className="wrap pt-24 md:pt-36" style={{ "--hue": collection.hue } as CSSProperties}>
      <div className="mb-8 flex flex-wrap items-end justify-between gap-x-12 gap-y-4 md:mb-12">
        <h2 className="max-w-[18ch] text-heading md:text-[clamp(2.25rem,4.4vw,4rem)]">
          {t.rich("story", {
            title: collection.title,
            line: collection.description,
            pale,
          })}
        </h2>
        <Link
          href={`/collections/${collection.handle}`}
          className="inline-flex min-h-11 items-center gap-2 font-medium text-action hover:text-action-strong"
        >
          <span>
            {t.rich("all", { count: collection.productCount, title: collection.title, hidden })}
          </span>
          <ArrowRight aria-hidden="true" className="size-4" />
        </Link>
      </div>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-8 md:gap-x-6 lg:grid-cols-12">
        {items.map((product, index) => (
          <li key={product.id} className={places[index]}>
            <Link href={`/products/${product.handle}`} className="group block rounded-stage">
              <StagePicture
                image={product.image}
                hue={product.hue}
                alt=""
                sizes={
                  places[index]?.includes("col-span-2")
                    ? "(min-width: 64rem) 46vw, 92vw"
                    : "(min-width: 64rem) 23vw, 46vw"
                }
              />
              <span className="mt-3 flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-semibold group-hover:text-action">{product.title}</span>
                <Price
                  value={product.price}
                  from={product.priceVaries}
                  className="text-small text-quiet"
                />
              </span>
              <span className="block text-small text-quiet">{product.subtitle}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
