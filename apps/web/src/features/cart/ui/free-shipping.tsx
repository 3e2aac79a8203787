import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import type { Cart } from "@meridian/api/cart/contract.ts";
import { money } from "@meridian/api/kernel/money.ts";
import { PackageCheck } from "lucide-react";
import { usePriceText } from "#design/price.tsx";

const strong = (price: ReactNode) => <strong className="figures font-semibold">{price}</strong>;

/** How far it is to free shipping; nothing where there is none. */
export function FreeShipping({ cart }: { cart: Cart }) {
  const t = useTranslations("bag");
  const { priceText, exactPriceText } = usePriceText();
  const { freeShippingFrom: from, totals, promotions } = cart;
  if (!from) return null;
  const isFree = promotions.some(({ freesShipping }) => freesShipping);
  const goods = totals.subtotal.amountMinor - totals.discount.amountMinor;
  const missing = from.amountMinor - goods;
  if (missing <= 0 || isFree) {
    return (
      <p className="flex items-center gap-2 text-small text-stock-plenty">
        <PackageCheck aria-hidden="true" className="size-4.5" strokeWidth={1.75} />
        {t("shippingFree")}
      </p>
    );
  }
  return (
    <div className="text-small">
      <p>
        {t.rich("untilFree", {
          price: exactPriceText(money(missing, from.currency)),
          strong,
        })}
      </p>
      <progress
        max={from.amountMinor}
        value={goods}
        aria-label={t("wayToFree", { price: priceText(from) })}
        className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-pill bg-sunken [&::-moz-progress-bar]:bg-stock-plenty [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:rounded-pill [&::-webkit-progress-value]:bg-stock-plenty [&::-webkit-progress-value]:transition-[width]"
      />
    </div>
  );
}
