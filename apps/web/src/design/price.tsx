import { minorDigits, type Money } from "@meridian/api/kernel/money.ts";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Language } from "#i18n/languages.ts";

function format(value: Money, language: Language, trailingZeroDisplay: "auto" | "stripIfInteger") {
  const { currency, amountMinor } = value;
  return (
    new Intl.NumberFormat(language, { style: "currency", currency, trailingZeroDisplay })
      .format(amountMinor / 10 ** minorDigits(currency))
      // As Japanese shops write it: not as wide as a character.
      .replace("￥", "¥")
  );
}

/** Shown in one way everywhere, whatever the market. */
export function priceTexts(language: Language) {
  return {
    /** `€49`, `€49.50`, `49 €`, `¥6,800`. */
    priceText: (value: Money) => format(value, language, "stripIfInteger"),
    /** With all digits, for figures that stand below each other or are paid: `€49.00`, `¥6,800`. */
    exactPriceText: (value: Money) => format(value, language, "auto"),
  };
}

export function usePriceText() {
  return priceTexts(useLocale());
}

const quiet = (words: ReactNode) => <span className="text-quiet">{words}</span>;

export function Price({
  value,
  before,
  from = false,
  className = "",
}: {
  value: Money;
  /** What it cost before, struck through. */
  before?: Money | null;
  /** True when other variants cost more. */
  from?: boolean;
  className?: string;
}) {
  const t = useTranslations("common");
  const { priceText } = usePriceText();
  const price = priceText(value);
  return (
    <span className={`figures inline-flex flex-wrap items-baseline gap-x-2 ${className}`}>
      <span>{from ? t.rich("priceFrom", { price, quiet }) : price}</span>
      {before ? (
        <s className="text-quiet">
          <span className="sr-only">{t("priceBefore")} </span>
          {priceText(before)}
        </s>
      ) : null}
    </span>
  );
}
