import type { ProductSummary } from "@meridian/api/catalog/contract.ts";
import { HeartOff } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { problemOf } from "#api/problem.ts";
import { api } from "#api/server.ts";
import { ButtonLink } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";
import { placeOf, type Place } from "#features/catalog/catalog-data.ts";
import { setPageStatus } from "#features/stand-in/page-record.ts";
import { ProductGrid } from "#features/catalog/product-grid.tsx";

/** Read anew for each visit: a link that is revoked leads nowhere from then on. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wishlist");
  // The address is the key to the list: no other site is told of it.
  return { title: t("sharedTitle"), robots: { index: false }, referrer: "same-origin" };
}

/** All that is on it; null: there is no list at this link. */
async function findShared(token: string, place: Place): Promise<ProductSummary[] | null> {
  const read = (cursor?: string) =>
    api.wishlist.shared.query({ token, ...place, limit: 100, ...(cursor && { cursor }) });
  try {
    const first = await read();
    // A list fills two pages at most.
    const rest = first.nextCursor === null ? [] : (await read(first.nextCursor)).items;
    return [...first.items, ...rest];
  } catch (error) {
    const status = problemOf(error)?.status;
    if (status === 404 || status === 400) return null;
    throw error;
  }
}

export default async function SharedWishlistPage({
  params,
}: PageProps<"/[locale]/[region]/wishlist/[token]">) {
  const { token, ...address } = await params;
  const place = placeOf(address);
  if (!place) notFound();
  const products = await findShared(token, place);
  if (products === null) setPageStatus(404);
  const t = await getTranslations("wishlist");
  const common = await getTranslations("common");
  if (products === null)
    return (
      <div className="wrap flex flex-col items-start gap-5 pt-8 lg:pt-12">
        <EmptyStage Icon={HeartOff} hue={20} />
        <h1 className="text-heading">{t("sharedGone")}</h1>
        <p className="max-w-prose text-lead text-quiet">{t("sharedGoneLead")}</p>
        <ButtonLink href="/">{common("backToShop")}</ButtonLink>
      </div>
    );
  return (
    <div className="wrap pt-8 lg:pt-12">
      <h1 className="text-heading">{t("sharedTitle")}</h1>
      <p className="mt-3 mb-8 max-w-prose text-lead text-quiet">
        {t(products.length === 0 ? "sharedEmpty" : "sharedLead")}
      </p>
      <h2 className="sr-only">{t("sharedTitle")}</h2>
      <ProductGrid products={products} />
    </div>
  );
}
