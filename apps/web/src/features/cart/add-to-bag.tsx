"use client";

import type { Product, Variant } from "@meridian/api/catalog/contract.ts";
import { Check } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import { useState, type ReactNode } from "react";
import { Button } from "#design/button.tsx";
import { usePriceText } from "#design/price.tsx";
import { useLocale, useTranslations } from "next-intl";
import { useIsBelow } from "#browser/use-is-below.ts";
import { useWhenUsed } from "#browser/use-when-used.ts";
import { lineVariantOf } from "#features/cart/line-variant.ts";
import { useCart } from "#features/cart/cart-provider.tsx";
import type { Stock } from "#features/inventory/use-stock.ts";

const loadRefused = () => import("#features/cart/ui/refused-add.tsx");

const bagLink = (words: ReactNode) => (
  <Link href="/cart" className="tap text-action underline underline-offset-4">
    {words}
  </Link>
);

/** Puts the chosen variant into the bag, at once. A form first: without JavaScript it posts to `/bag`. */
export function AddToBag({
  product,
  variant,
  stock,
}: {
  product: Product;
  variant: Variant;
  stock: Stock | undefined;
}) {
  const t = useTranslations("bag");
  const locale = useLocale();
  const { priceText } = usePriceText();
  const cart = useCart();
  const [hasAdded, setAdded] = useState(false);
  const inBag = cart.cart.lines.find(({ variantId }) => variantId === variant.id)?.quantity ?? 0;
  const refusal = cart.refusals.get(variant.id);
  const refused = useWhenUsed(loadRefused);
  const isSoldOut = stock?.state === "none";
  const words = isSoldOut ? t("soldOut") : t("add", { price: priceText(variant.price) });
  const [place, isBelow] = useIsBelow<HTMLDivElement>();
  return (
    <form
      action="/bag"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        cart.add(lineVariantOf(product, variant, stock));
        setAdded(true);
      }}
      className="flex flex-col gap-3"
    >
      <input type="hidden" name="variantId" value={variant.id} />
      <input type="hidden" name="product" value={product.handle} />
      <input type="hidden" name="language" value={locale} />
      <noscript>
        <label className="mb-3 block text-small">
          {t("whichOne")}
          <select
            name="variantId"
            className="mt-1 block min-h-12 w-full rounded-small bg-sunken px-3"
          >
            {product.variants.map(({ id, title, price }) => (
              <option key={id} value={id}>
                {title}, {priceText(price)}
              </option>
            ))}
          </select>
        </label>
      </noscript>
      <div ref={place}>
        <Button
          type="submit"
          look={isSoldOut ? "quiet" : "action"}
          disabled={isSoldOut}
          className="figures min-h-14 w-full text-[1.125rem]"
        >
          {words}
        </Button>
      </div>
      {isBelow && !isSoldOut ? (
        <div className="buy-bar fixed inset-x-0 bottom-0 z-30 flex items-center gap-4 border-t border-rule bg-paper/95 px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur md:hidden">
          <p className="min-w-0 flex-1 truncate text-small text-quiet">{variant.title}</p>
          <Button type="submit" look="action" className="figures shrink-0">
            {words}
          </Button>
        </div>
      ) : null}
      <div role="status" className="min-h-7 text-small">
        {refusal && refused ? (
          <refused.RefusedAdd refusal={refusal} />
        ) : inBag > 0 ? (
          <p className="flex items-center gap-2 text-quiet">
            <Check aria-hidden="true" className="size-4 text-action" />
            <span className="figures">
              {hasAdded ? `${t("added")} ` : ""}
              {t.rich("inBag", {
                count: inBag,
                link: bagLink,
              })}
            </span>
          </p>
        ) : product.holdOnAdd ? (
          <p className="text-quiet">{t("heldThere")}</p>
        ) : null}
      </div>
    </form>
  );
}
