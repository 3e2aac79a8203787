"use client";

import { useTranslations } from "next-intl";
import type { Product, Variant } from "@meridian/api/catalog/contract.ts";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { Hole } from "#design/hole.tsx";
import { Price } from "#design/price.tsx";
import { AddToBag } from "#features/cart/add-to-bag.tsx";
import { Gallery } from "#features/catalog/gallery.tsx";
import { useNewest } from "#features/catalog/use-newest.ts";
import { choosableAxes, firstChoice } from "#features/catalog/variant-choice.ts";
import { VariantPicker } from "#features/catalog/variant-picker.tsx";
import { StockBadge } from "#features/inventory/stock-badge.tsx";
import { useStockByVariant } from "#features/inventory/use-stock.ts";
import { WatchSlot } from "#features/watches/watch-slot.tsx";

const param = "variant";
/** Of the address only the arrival counts; from then on the page leads. */
const noChange = () => () => undefined;
const askedVariant = () => new URLSearchParams(window.location.search).get(param);

/** The chosen variant is part of the address, so that a shared link shows the same one. */
function useChosenVariant(product: Product, fallback: Variant) {
  const asked = useSyncExternalStore(noChange, askedVariant, () => null);
  const [chosenId, setId] = useState<string | null>(null);
  const id = chosenId ?? asked;
  const select = (variant: Variant) => {
    setId(variant.id);
    const url = new URL(window.location.href);
    url.searchParams.set(param, variant.id);
    window.history.replaceState(window.history.state, "", url);
  };
  return { selected: product.variants.find((variant) => variant.id === id) ?? fallback, select };
}

/** The part of a product page that answers: pictures, options, price, stock, the button. */
export function ProductStage({
  product: made,
  heading,
  below,
  isInDialog = false,
}: {
  product: Product;
  heading: ReactNode;
  below: ReactNode;
  isInDialog?: boolean;
}) {
  const t = useTranslations("product");
  const product = useNewest(made);
  const fallback = firstChoice(product.variants);
  return fallback ? (
    <Stage
      product={product}
      fallback={fallback}
      heading={heading}
      below={below}
      isInDialog={isInDialog}
    />
  ) : (
    <div className="mx-auto max-w-xl py-16">
      {heading}
      <p className="mt-6 text-lead text-quiet">{t("notSold")}</p>
      {below}
    </div>
  );
}

function Stage({
  product,
  fallback,
  heading,
  below,
  isInDialog,
}: {
  product: Product;
  fallback: Variant;
  heading: ReactNode;
  below: ReactNode;
  isInDialog: boolean;
}) {
  const t = useTranslations("common");
  const { selected, select } = useChosenVariant(product, fallback);
  const [picture, setPicture] = useState(0);
  const stockOf = useStockByVariant(product.variants.map(({ id }) => id));
  const axes = choosableAxes(product.options, product.variants);
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-6 md:grid-cols-[minmax(0,1fr)_minmax(20rem,1fr)] lg:gap-x-12 lg:grid-cols-[minmax(0,1.35fr)_minmax(22rem,1fr)] xl:gap-x-20">
      <Gallery
        pictureOf={isInDialog ? undefined : product.id}
        images={product.images}
        hue={product.hue}
        index={picture}
        onIndex={setPicture}
      />
      <div
        className={`flex flex-col gap-6 md:self-start ${isInDialog ? "" : "md:sticky md:top-28"}`}
      >
        {heading}
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <Price
            value={selected.price}
            before={selected.compareAt}
            className="font-display text-title font-semibold"
          />
          <Hole what={t("stock")}>
            <StockBadge variantIds={[selected.id]} />
          </Hole>
        </div>
        <VariantPicker
          axes={axes}
          variants={product.variants}
          selected={selected}
          stockOf={stockOf}
          onSelect={(variant) => {
            select(variant);
            const at = product.images.findIndex(({ variantId }) => variantId === variant.id);
            if (at >= 0) setPicture(at);
          }}
        />
        <AddToBag product={product} variant={selected} stock={stockOf.get(selected.id)} />
        {isInDialog ? null : <WatchSlot variant={selected} stock={stockOf.get(selected.id)} />}
        {below}
      </div>
    </div>
  );
}
