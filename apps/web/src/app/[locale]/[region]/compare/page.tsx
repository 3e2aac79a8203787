import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ButtonLink } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";
import { findProduct, placeOf } from "#features/catalog/catalog-data.ts";
import { maxCompared } from "#features/comparison/compared.ts";
import { ComparisonTable } from "#features/comparison/comparison-table.tsx";

/** Rendered whole per request from kept data: it stands in the page without JavaScript too. */
export const instant = false;

type Props = PageProps<"/[locale]/[region]/compare">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("compare");
  return { title: t("title"), robots: { index: false } };
}

/** `?products=a,b`, each once. */
function handlesOf(asked: string | string[] | undefined): string[] {
  const handles = [asked ?? ""].flat().join(",").split(",").filter(Boolean);
  return [...new Set(handles)].slice(0, maxCompared);
}

export default async function ComparePage({ params, searchParams }: Props) {
  const place = placeOf(await params);
  if (!place) notFound();
  const handles = handlesOf((await searchParams)["products"]);
  const found = await Promise.all(handles.map((handle) => findProduct(handle, place)));
  const products = found.flatMap((product) => product ?? []);
  const t = await getTranslations("compare");
  const common = await getTranslations("common");
  const lead = products.length > 1 ? t("lead") : t(products.length === 1 ? "single" : "empty");
  return (
    <div className="wrap pt-8 lg:pt-12">
      {products.length === 0 ? <EmptyStage Icon={Scale} hue={150} /> : null}
      <h1 className="mt-5 text-heading">{t("title")}</h1>
      <p className="mt-3 mb-8 max-w-prose text-lead text-quiet">{lead}</p>
      {products.length === 0 ? (
        <ButtonLink href="/search?sort=newest">{common("seeNew")}</ButtonLink>
      ) : (
        <ComparisonTable products={products} />
      )}
    </div>
  );
}
