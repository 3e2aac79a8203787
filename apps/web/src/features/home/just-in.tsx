import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { listProducts } from "#features/catalog/catalog-data.ts";
import { ProductGrid } from "#features/catalog/product-grid.tsx";

/** What came in last. */
export async function JustIn({ region }: { region: RegionId }) {
  const { items } = await listProducts({
    region,
    sort: "newest",
    availability: "in_stock",
    limit: 9,
  });
  return (
    <section className="wrap pt-24 md:pt-36" aria-labelledby="just-in">
      <div className="mb-8 flex items-end justify-between gap-6">
        <h2 id="just-in" className="text-heading">
          Just in
        </h2>
        <Link
          href="/search?sort=newest"
          className="inline-flex min-h-11 items-center gap-2 font-medium text-action hover:text-action-strong"
        >
          Everything new
          <ArrowRight aria-hidden="true" className="size-4" />
        </Link>
      </div>
      <ProductGrid products={items} />
    </section>
  );
}
