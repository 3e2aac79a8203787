"use client";

import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import type { CartLine } from "@meridian/api/cart/contract.ts";
import { Timer, Trash2 } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import { StagePicture } from "#design/picture.tsx";
import { usePriceText } from "#design/price.tsx";
import { QuantityStepper } from "#design/quantity-stepper.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { LineNotices } from "#features/cart/ui/line-notices.tsx";
import { HoldCountdown } from "#features/inventory/hold-countdown.tsx";

/** `Sage / Large`, in the product's own order, which `options` do not keep; what tells this variant from its sisters. */
export function optionText(line: Pick<CartLine, "options" | "variantTitle">): string {
  return Object.keys(line.options).length > 0 ? line.variantTitle : "";
}

const figures = (price: ReactNode) => <span className="figures">{price}</span>;

function Details({ line }: { line: CartLine }) {
  const t = useTranslations("bag");
  const { exactPriceText } = usePriceText();
  const options = optionText(line);
  return (
    <div className="min-w-0">
      <Link
        href={`/products/${line.productHandle}`}
        className="font-medium leading-snug hover:text-action"
      >
        {line.title}
      </Link>
      {options ? <p className="text-small text-quiet">{options}</p> : null}
      {line.quantity > 1 ? (
        <p className="text-small text-quiet">
          {t.rich("each", { price: exactPriceText(line.unitPrice), figures })}
        </p>
      ) : null}
      {line.hold ? (
        <p className="mt-1 flex items-center gap-1.5 text-small">
          <Timer aria-hidden="true" className="size-4 shrink-0" />
          {t("heldForYou")} <HoldCountdown expiresAt={line.hold.expiresAt} />
        </p>
      ) : null}
    </div>
  );
}

/** One object in the bag, on its stage. */
export function CartLineRow({ line, onRemove }: { line: CartLine; onRemove: () => void }) {
  const t = useTranslations("bag");
  const { exactPriceText } = usePriceText();
  const cart = useCart();
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-3 py-5 first:pt-1 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <Link
        href={`/products/${line.productHandle}`}
        tabIndex={-1}
        aria-hidden="true"
        className="self-start"
      >
        <StagePicture
          image={line.image}
          hue={line.hue}
          sizes="104px"
          alt=""
          className="aspect-4/5 rounded-small!"
        />
      </Link>
      <div className="flex min-w-0 flex-col justify-between gap-3">
        <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
          <Details line={line} />
          <p className="figures font-medium">
            <span className="sr-only">{t("together")} </span>
            {exactPriceText(line.total)}
          </p>
        </div>
        <div className="flex items-center justify-between">
          <QuantityStepper
            value={line.quantity}
            label={line.title}
            onCommit={(quantity) => cart.setQuantity(line.variantId, quantity)}
          />
          <button
            type="button"
            aria-label={t("remove", { title: line.title })}
            onClick={onRemove}
            className="-mr-3 grid size-11 place-items-center rounded-pill text-quiet transition-colors hover:bg-sunken hover:text-ink"
          >
            <Trash2 aria-hidden="true" className="size-4.5" strokeWidth={1.75} />
          </button>
        </div>
      </div>
      <LineNotices line={line} />
    </li>
  );
}
