import { getLocale, getTranslations } from "next-intl/server";
import type { ProductSummary, RegionId } from "@meridian/api/catalog/contract.ts";
import { getHighlights } from "#features/catalog/catalog-data.ts";
import { ProductCard } from "#features/catalog/product-card.tsx";

const shown = 4;
/** Fewer say nothing. */
const least = 3;

/** What sells most these days; what is left of it is told live. */
export async function SellingNow({ region }: { region: RegionId }) {
  const { selling } = await getHighlights({ language: await getLocale(), region }, shown);
  const t = await getTranslations("home");
  return (
    <Row id="selling-now" title={t("sellingNow")} lead={t("sellingNowLead")} products={selling} />
  );
}

/** What was sold out and came in again. */
export async function BackAgain({ region }: { region: RegionId }) {
  const { backInStock } = await getHighlights({ language: await getLocale(), region }, shown);
  const t = await getTranslations("home");
  return (
    <Row id="back-again" title={t("backAgain")} lead={t("backAgainLead")} products={backInStock} />
  );
}

function Row({
  id,
  title,
  lead,
  products,
}: {
  id: string;
  title: string;
  lead: string;
  products: readonly ProductSummary[];
}) {
  if (products.length < least) return null;
  return (
    <section className="wrap pt-24 md:pt-36" aria-labelledby={id}>
      <h2 id={id} className="text-heading">
        {title}
      </h2>
      <p className="mt-2 max-w-prose text-quiet">{lead}</p>
      <ul className="mt-8 grid grid-cols-2 gap-x-4 gap-y-10 md:gap-x-6 lg:grid-cols-4">
        {products.map((product) => (
          <li key={product.id}>
            <ProductCard product={product} />
          </li>
        ))}
      </ul>
    </section>
  );
}
