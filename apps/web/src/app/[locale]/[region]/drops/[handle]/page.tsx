import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import type { CSSProperties } from "react";
import { Breadcrumbs } from "#features/catalog/breadcrumbs.tsx";
import { getCollections, listProducts, placeOf } from "#features/catalog/catalog-data.ts";
import { ProductGrid } from "#features/catalog/product-grid.tsx";
import { DropDesk } from "#features/drops/drop-desk.tsx";
import { alternates } from "#features/seo/alternates.ts";
import { MoreMessages } from "#i18n/browser-messages.tsx";

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ locale: "en", region: "_", handle: "_" }];

type Props = PageProps<"/[locale]/[region]/drops/[handle]">;

const findDrop = async (handle: string) =>
  (await getCollections(await getLocale())).find(
    (collection) => collection.handle === handle && collection.startsAt !== null,
  );

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, ...place } = await params;
  const drop = await findDrop(handle);
  if (!drop) return {};
  const { title, description } = drop;
  return { title, description, alternates: alternates(place, `/drops/${handle}`) };
}

/** An opening: when, what, and the line of those who want it. */
export default async function DropPage({ params }: Props) {
  const { handle, ...address } = await params;
  const place = placeOf(address);
  const drop = await findDrop(handle);
  if (!drop?.startsAt || !place) notFound();
  const items = await listProducts({ ...place, collection: handle, limit: 24 });
  const t = await getTranslations("drop");
  return (
    <div className="wrap" style={{ "--hue": drop.hue } as CSSProperties}>
      <Breadcrumbs crumbs={[]} here={drop.title} />
      <div className="grid gap-x-12 gap-y-8 pt-2 lg:grid-cols-[minmax(0,1.1fr)_minmax(22rem,1fr)] lg:items-end">
        <header>
          <h1 className="text-display font-bold">{drop.title}</h1>
          <p className="mt-4 max-w-[40ch] text-lead text-hue">{drop.description}</p>
        </header>
        <MoreMessages namespaces={["drop"]}>
          <DropDesk
            handle={handle}
            startsAt={drop.startsAt}
            variantIds={items.flatMap(({ variants }) => variants.map(({ id }) => id)).slice(0, 40)}
          />
        </MoreMessages>
      </div>
      <section aria-labelledby="pieces" className="pt-14 md:pt-20">
        <h2 id="pieces" className="mb-8 text-heading">
          {t("pieces")}
        </h2>
        <ProductGrid products={items} />
      </section>
    </div>
  );
}
