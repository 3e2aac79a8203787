import { getLocale, getTranslations } from "next-intl/server";
import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { ArrowRight } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import { listProducts } from "#features/catalog/catalog-data.ts";
import { ProductGrid } from "#features/catalog/product-grid.tsx";

/** What came in last. @param except handle of a collection that the page tells already */
export async function JustIn({ region, except }: { region: RegionId; except: string | null }) {
  const place = { language: await getLocale(), region };
  const [items, told] = await Promise.all([
    listProducts({ ...place, sort: "newest", availability: "in_stock", limit: 24 }),
    except === null ? null : listProducts({ ...place, collection: except, limit: 24 }),
  ]);
  const t = await getTranslations("home");
  const toldIds = new Set(told?.map(({ id }) => id));
  const products = items.filter(({ id }) => !toldIds.has(id)).slice(0, 9);
  return (
    <section className="wrap pt-24 md:pt-36" aria-labelledby="just-in">
      <div className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h2 id="just-in" className="text-heading">
          {t("justIn")}
        </h2>
        <Link
          href="/search?sort=newest"
          className="inline-flex min-h-11 items-center gap-2 font-medium text-action hover:text-action-strong"
        >
          {t("everythingNew")}
          <ArrowRight aria-hidden="true" className="size-4 shrink-0" />
        </Link>
      </div>
      <ProductGrid products={products} />
    </section>
  );
}
