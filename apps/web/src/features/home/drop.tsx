import type { Collection, RegionId } from "@meridian/api/catalog/contract.ts";
import Link from "next/link";
import type { CSSProperties } from "react";
import { ButtonLink } from "#design/button.tsx";
import { Hole } from "#design/hole.tsx";
import { StagePicture } from "#design/picture.tsx";
import { Price } from "#design/price.tsx";
import { listProducts } from "#features/catalog/catalog-data.ts";
import { Countdown } from "#features/home/countdown.tsx";
import { StockBadge } from "#features/inventory/stock-badge.tsx";

/** The event of the season, told large: what, from when, and how many there are at this moment. */
export async function Drop({ collection, region }: { collection: Collection; region: RegionId }) {
  const { items } = await listProducts({ region, collection: collection.handle, limit: 5 });
  const [lead, ...others] = items;
  if (!lead) return null;
  return (
    <section
      className="wrap pt-4 md:pt-6"
      style={{ "--hue": collection.hue } as CSSProperties}
      aria-labelledby="drop"
    >
      <div className="grid gap-4 lg:grid-cols-12 lg:gap-6">
        <Link
          href={`/products/${lead.handle}`}
          className="relative order-first block rounded-stage lg:order-last lg:col-span-6 xl:col-span-5"
        >
          <StagePicture
            image={lead.image}
            hue={lead.hue}
            eager
            sizes="(min-width: 64rem) 45vw, 92vw"
            className="aspect-4/5 max-h-[78dvh] w-full lg:max-h-none"
          />
        </Link>
        <div className="flex flex-col justify-between gap-10 py-4 lg:col-span-6 lg:py-8 xl:col-span-7">
          <div>
            <Countdown startsAt={collection.startsAt ?? ""} />
            <h1 id="drop" className="mt-5 text-display font-bold">
              {collection.title}
            </h1>
            <p className="mt-5 max-w-[34ch] text-lead text-quiet">{collection.description}</p>
            <ButtonLink href={`/collections/${collection.handle}`} className="mt-7">
              See the {collection.productCount} pieces
            </ButtonLink>
          </div>
          <div>
            <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
              <h2 className="text-title">
                <Link href={`/products/${lead.handle}`} className="hover:text-action">
                  {lead.title}
                </Link>
              </h2>
              <Price value={lead.price} from={lead.priceVaries} className="text-quiet" />
              <Hole what="Stock">
                <StockBadge variantIds={lead.variants.map(({ id }) => id)} />
              </Hole>
            </div>
            <ul className="mt-4 grid grid-cols-4 gap-3 xl:gap-5">
              {others.map((product) => (
                <li key={product.id}>
                  <Link href={`/products/${product.handle}`} className="block rounded-stage">
                    <StagePicture
                      image={product.image}
                      hue={product.hue}
                      sizes="(min-width: 64rem) 12vw, 22vw"
                      alt={product.title}
                    />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </div>
    </section>
  );
}
