"use client";

import { useTranslations } from "next-intl";
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { ChevronDown } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import { useId, useState } from "react";
import { StagePicture } from "#design/picture.tsx";
import { usePriceText } from "#design/price.tsx";
import { useShippingWords } from "#features/checkout/shipping-form.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { optionText } from "#features/cart/ui/cart-line.tsx";
import { PromotionCode } from "#features/cart/ui/promotion-code.tsx";
import { TotalsList } from "#features/cart/ui/totals.tsx";

function Line({ line, hue }: { line: Checkout["lines"][number]; hue: number }) {
  const t = useTranslations("checkout");
  const { exactPriceText } = usePriceText();
  const options = optionText(line);
  return (
    <li className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-x-3.5">
      <StagePicture
        image={line.image}
        hue={hue}
        sizes="56px"
        alt=""
        className="aspect-4/5 rounded-small!"
      />
      <div className="min-w-0 text-small">
        <p className="font-medium leading-snug">{line.title}</p>
        <p className="text-quiet">
          {line.quantity} × {exactPriceText(line.unitPrice)}
          {options ? <> · {options}</> : null}
        </p>
        {line.priceBefore ? (
          <p className="text-stock-low">{t("was", { price: exactPriceText(line.priceBefore) })}</p>
        ) : null}
      </div>
      <p className="figures text-small font-medium">{exactPriceText(line.total)}</p>
    </li>
  );
}

/** What is bought, frozen; folded on small screens, where the total stays in sight. */
export function OrderSummary({ checkout }: { checkout: Checkout }) {
  const t = useTranslations("checkout");
  const totalsWords = useTranslations("bag.totals");
  const { wayText } = useShippingWords();
  const { exactPriceText } = usePriceText();
  const { cart } = useCart();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const hues = new Map(cart.lines.map(({ variantId, hue }) => [variantId, hue]));
  const { totals, lines } = checkout;
  const option = checkout.shippingOptions.find((o) => o.id === checkout.shippingOptionId);
  return (
    <section aria-label={t("yourOrder")} className="rounded-stage bg-raised p-5 sm:p-6">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((open) => !open)}
        className="-my-2 flex min-h-12 w-full items-center gap-2 text-small font-medium lg:hidden"
      >
        {t(isOpen ? "hideOrder" : "showOrder")}
        <ChevronDown
          aria-hidden="true"
          className={`size-4 transition-[rotate] ${isOpen ? "rotate-180" : ""}`}
        />
        <span className="figures ml-auto text-body font-semibold">
          {exactPriceText(totals.total)}
        </span>
      </button>
      <div id={id} className={`${isOpen ? "mt-4" : "hidden"} lg:mt-0 lg:block`}>
        <ul className="grid gap-4">
          {lines.map((line) => (
            <Line key={line.variantId} line={line} hue={hues.get(line.variantId) ?? 85} />
          ))}
        </ul>
        <hr className="my-5 border-rule" />
        <TotalsList
          totals={totals}
          promotions={checkout.promotions}
          taxInclusive={checkout.taxInclusive}
          shippingLabel={option && totalsWords("shippingBy", { way: wayText(option) })}
          taxNote={checkout.taxInclusive || checkout.shippingAddress ? undefined : t("taxOpen")}
        />
        <p className="mt-4 text-caption">
          <Link href="/cart" className="tap text-action underline underline-offset-4">
            {t("changeOrder")}
          </Link>
        </p>
      </div>
      {checkout.state === "open" ? (
        <div className="mt-3">
          <PromotionCode />
        </div>
      ) : null}
    </section>
  );
}
