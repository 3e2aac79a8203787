import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { Collection, ProductSummary, RegionId } from "@meridian/api/catalog/contract.ts";
import { Link } from "#i18n/navigation.ts";
import type { CSSProperties } from "react";
import { ButtonLink } from "#design/button.tsx";
import { Hole } from "#design/hole.tsx";
import { phoneWidth, StagePicture } from "#design/picture.tsx";
import { Price } from "#design/price.tsx";
import { listProducts } from "#features/catalog/catalog-data.ts";
import { Countdown } from "#features/home/countdown.tsx";
import { StockBadge } from "#features/inventory/stock-badge.tsx";

/** The event of the season, told large: what, from when, and how many there are at this moment. */
export async function Drop({ collection, region }: { collection: Collection; region: RegionId }) {
  const items = await listProducts({
    language: await getLocale(),
    region,
    collection: collection.handle,
    limit: 5,
  });
  const t = await getTranslations("home");
  const [lead, ...others] = items;
  if (!lead) return null;
  return (
    <section
      className="wrap pt-4 md:pt-6"
      style={{ "--hue": collection.hue } as CSSProperties}
      aria-labelledby="drop"
    >
      <div className="grid gap-x-6 gap-y-8 md:grid-cols-2 lg:grid-cols-12 lg:grid-rows-[1fr_auto]">
        <div className="pt-2 md:self-center lg:col-span-6 lg:self-start lg:pt-8 xl:col-span-7">
          <Countdown startsAt={collection.startsAt ?? ""} />
          <h1 id="drop" className="mt-3 text-display font-bold md:mt-5">
            {collection.title}
          </h1>
          <p className="mt-4 max-w-[34ch] text-lead text-quiet md:mt-5">{collection.description}</p>
          <ButtonLink href={`/drops/${collection.handle}`} className="mt-6 md:mt-7">
            {t("pieces", { count: collection.productCount })}
          </ButtonLink>
        </div>
        <Lead product={lead} />
        <ul className="grid grid-cols-2 content-end gap-x-3 gap-y-5 sm:grid-cols-4 md:col-span-2 lg:col-span-6 lg:row-start-2 xl:col-span-7 xl:gap-x-5">
          {others.map((product) => (
            <li key={product.id}>
              <Piece product={product} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The first piece, large, with its name, price and stock beneath. */
function Lead({ product }: { product: ProductSummary }) {
  const t = useTranslations("common");
  const { handle, title, image, hue, price, priceVaries, variants } = product;
  return (
    <div className="lg:col-span-6 lg:col-start-7 lg:row-span-2 lg:row-start-1 xl:col-span-5 xl:col-start-8">
      <Link href={`/products/${handle}`} className="group block rounded-stage">
        <StagePicture
          image={image}
          hue={hue}
          eager
          alt=""
          sizes={`(min-width: 48rem) 46vw, ${phoneWidth}`}
          className="aspect-4/5 w-full"
        />
        <h2 className="mt-3 text-title group-hover:text-action">{title}</h2>
      </Link>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <Price value={price} from={priceVaries} className="text-quiet" />
        <Hole what={t("stock")}>
          <StockBadge variantIds={variants.map(({ id }) => id)} />
        </Hole>
      </div>
    </div>
  );
}

function Piece({
  product: { handle, title, image, hue, price, priceVaries },
}: {
  product: ProductSummary;
}) {
  return (
    <Link href={`/products/${handle}`} className="group block rounded-stage">
      <StagePicture
        image={image}
        hue={hue}
        alt=""
        sizes="(min-width: 64rem) 12vw, (min-width: 40rem) 22vw, 46vw"
      />
      <span className="mt-2 block text-small leading-snug font-medium group-hover:text-action">
        {title}
      </span>
      <Price value={price} from={priceVaries} className="text-small text-quiet" />
    </Link>
  );
}
