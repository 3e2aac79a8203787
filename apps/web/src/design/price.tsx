import { formatMoney, type Money } from "@meridian/api/kernel/money.ts";

/** Shown in one way everywhere, whatever the market: `€49`, `€49.50`, `¥6,800`. */
export function priceText(value: Money): string {
  return formatMoney(value, "en").replace(/\.00$/, "");
}

/** With all digits, for figures that stand below each other or are paid: `€49.00`, `¥6,800`. */
export function exactPriceText(value: Money): string {
  return formatMoney(value, "en");
}

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
  return (
    <span className={`figures inline-flex flex-wrap items-baseline gap-x-2 ${className}`}>
      <span>
        {from ? <span className="text-quiet">from </span> : null}
        {priceText(value)}
      </span>
      {before ? (
        <s className="text-quiet">
          <span className="sr-only">before: </span>
          {priceText(before)}
        </s>
      ) : null}
    </span>
  );
}
