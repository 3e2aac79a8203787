"use client";

import type { LineVariant } from "@meridian/api/cart/rules/intent.ts";
import type { ProductSummary } from "@meridian/api/catalog/contract.ts";
import { HeartCrack } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Kept } from "#browser/stored-list.ts";
import { Button } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";
import { hidden } from "#design/hidden.tsx";
import { Hole } from "#design/hole.tsx";
import { StagePicture } from "#design/picture.tsx";
import { Price } from "#design/price.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { lineVariantOf } from "#features/cart/line-variant.ts";
import { RefusedAdd } from "#features/cart/ui/refused-add.tsx";
import { firstChoice } from "#features/catalog/variant-choice.ts";
import { tellMovedWish } from "#features/collecting/moved-wish.ts";
import { StockBadge } from "#features/inventory/stock-badge.tsx";
import { useStockByVariant } from "#features/inventory/use-stock.ts";
import type { WishItem } from "#features/wishlist/use-wish-items.ts";
import { Link } from "#i18n/navigation.ts";

/** One wish: what it costs and how many are left now, and the way into the bag. */
export function WishCard({ item }: { item: WishItem }) {
  return item.product ? <Sold product={item.product} /> : <Gone productId={item.productId} />;
}

/** `Collecting` hears of it, and offers to take it back. */
function TakeOff({ item, title }: { item: Kept; title: string }) {
  const t = useTranslations("wishlist");
  return (
    <button
      type="button"
      data-act="unwish"
      data-id={item.id}
      data-handle={item.handle}
      className="inline-flex min-h-11 items-center self-start text-small text-quiet underline underline-offset-4 hover:text-ink"
    >
      <span>{t.rich("takeOff", { title, hidden })}</span>
    </button>
  );
}

function Gone({ productId }: { productId: string }) {
  const t = useTranslations("wishlist");
  return (
    <article className="flex h-full flex-col">
      <span className="block [&>span]:aspect-4/5">
        <EmptyStage Icon={HeartCrack} hue={85} />
      </span>
      <h2 className="mt-3 text-body leading-snug font-semibold">{t("gone")}</h2>
      <p className="mt-1 text-small text-quiet">{t("goneLead")}</p>
      <TakeOff item={{ id: productId, handle: "" }} title={t("gone")} />
    </article>
  );
}

/** Into the bag, and off the list once it is there: `Collecting` sees to that, also when this page is left. */
function useMove({ id, handle, title }: ProductSummary) {
  const t = useTranslations("wishlist");
  const cart = useCart();
  const [isMoving, setMoving] = useState(false);
  if (isMoving && !cart.isSaving) setMoving(false);
  return {
    refusals: cart.refusals,
    isMoving,
    move: (variant: LineVariant) => {
      if (isMoving) return;
      cart.add(variant);
      const { variantId } = variant;
      tellMovedWish({
        item: { id, handle },
        variantId,
        words: t("moved", { title }),
        label: t("keep"),
      });
      setMoving(true);
    },
  };
}

function Sold({ product }: { product: ProductSummary }) {
  const t = useTranslations("wishlist");
  const common = useTranslations("common");
  const bag = useTranslations("bag");
  const { move, isMoving, refusals } = useMove(product);
  const { id, handle, title, image, hue, variants } = product;
  const [chosenId, setChosenId] = useState<string>();
  const chosen = variants.find((variant) => variant.id === chosenId) ?? firstChoice(variants);
  const stock = useStockByVariant(chosen ? [chosen.id] : []).get(chosen?.id ?? "");
  if (!chosen) return null;
  const refusal = refusals.get(chosen.id);
  const isSoldOut = stock?.state === "none";
  return (
    <article className="flex h-full flex-col">
      <Link href={`/products/${handle}?variant=${chosen.id}`} className="group block rounded-stage">
        <StagePicture
          image={image}
          pictureOf={id}
          hue={hue}
          alt=""
          sizes="(min-width: 80rem) 22vw, (min-width: 48rem) 30vw, 46vw"
        />
        <h2 className="mt-3 text-body leading-snug font-semibold group-hover:text-action">
          {title}
        </h2>
      </Link>
      <Price value={chosen.price} before={chosen.compareAt} className="mt-0.5 text-small" />
      <div className="mt-1 mb-3">
        <Hole what={common("stock")}>
          <StockBadge variantIds={[chosen.id]} />
        </Hole>
      </div>
      <div className="mt-auto flex flex-col gap-2">
        {variants.length > 1 ? (
          <label className="block text-small">
            <span className="sr-only">{t.rich("which", { title, hidden })}</span>
            <select
              value={chosen.id}
              onChange={(event) => setChosenId(event.target.value)}
              className="min-h-11 w-full rounded-small bg-sunken px-3"
            >
              {variants.map((variant) => (
                <option key={variant.id} value={variant.id}>
                  {variant.title}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <Button
          look={isSoldOut ? "quiet" : "action"}
          disabled={isSoldOut}
          aria-disabled={isMoving}
          onClick={() => move(lineVariantOf(product, chosen, stock))}
          className="w-full px-3"
        >
          <span>{isSoldOut ? bag("soldOut") : t.rich("toBag", { title, hidden })}</span>
        </Button>
        <div role="status" className="text-small empty:hidden">
          {refusal ? <RefusedAdd refusal={refusal} /> : null}
        </div>
        <TakeOff item={{ id, handle }} title={title} />
      </div>
    </article>
  );
}
