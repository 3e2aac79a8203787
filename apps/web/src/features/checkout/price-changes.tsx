import { useTranslations } from "next-intl";
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { Notice } from "#design/notice.tsx";
import { usePriceText } from "#design/price.tsx";

/** Prices that are not what they were when the object went into the bag: told before paying. */
export function PriceChanges({ lines }: { lines: Checkout["lines"] }) {
  const t = useTranslations("checkout");
  const { priceText } = usePriceText();
  const changed = lines.flatMap(({ variantId, title, unitPrice, priceBefore }) =>
    priceBefore === null ? [] : [{ variantId, title, unitPrice, priceBefore }],
  );
  if (changed.length === 0) return null;
  return (
    <Notice>
      <p className="font-medium">{t("priceChanged")}</p>
      <ul className="figures">
        {changed.map(({ variantId, title, unitPrice, priceBefore }) => (
          <li key={variantId}>
            {t("priceChange", {
              title,
              before: priceText(priceBefore),
              now: priceText(unitPrice),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
