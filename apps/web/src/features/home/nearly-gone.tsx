import type { ProductSummary, RegionId } from "@meridian/api/catalog/contract.ts";
import Link from "next/link";
import { Hole } from "#design/hole.tsx";
import { StagePicture } from "#design/picture.tsx";
import { Price } from "#design/price.tsx";
import { listProducts } from "#features/catalog/catalog-data.ts";
import { StockBadge } from "#features/inventory/stock-badge.tsx";

const fewFrom = 14;

function left(product: ProductSummary): number {
  return product.variants.reduce(
    (sum, { available }) => sum + (available ?? Number.POSITIVE_INFINITY),
    0,
  );
}

/** Of what is in stock, the pieces with the fewest left. The choice is as old as the page; the figures are live. */
export async function NearlyGone({ region }: { region: RegionId }) {
  const { items } = await listProducts({
    region,
    availability: "in_stock",
    sort: "title",
    limit: 100,
  });
  const few = items
    .filter((product) => left(product) <= fewFrom)
    .toSorted((a, b) => left(a) - left(b))
    .slice(0, 5);
  if (few.length < 3) return null;
  return (
    <section className="mt-24 bg-sunken py-16 md:mt-36 md:py-24" aria-labelledby="nearly-gone">
      <div className="wrap">
        <h2 id="nearly-gone" className="text-heading">
          Nearly gone
        </h2>
        <p className="mt-2 max-w-prose text-quiet">
          The last ones of each, counted this second. When somebody buys one, you see it here.
        </p>
        <ul className="no-scrollbar mt-8 -mx-4 flex snap-x gap-4 overflow-x-auto px-4 pb-2 md:mx-0 md:grid md:grid-cols-5 md:gap-6 md:overflow-visible md:px-0">
          {few.map((product) => (
            <li key={product.id} className="w-[62vw] shrink-0 snap-start md:w-auto">
              <Link href={`/products/${product.handle}`} className="group block rounded-stage">
                <StagePicture
                  image={product.image}
                  hue={product.hue}
                  alt=""
                  sizes="(min-width: 48rem) 18vw, 62vw"
                />
                <span className="mt-3 block leading-snug font-semibold group-hover:text-action">
                  {product.title}
                </span>
                <Price
                  value={product.price}
                  from={product.priceVaries}
                  className="text-small text-quiet"
                />
              </Link>
              <Hole what="Stock">
                <StockBadge variantIds={product.variants.map(({ id }) => id)} />
              </Hole>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
