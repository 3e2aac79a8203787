import { useTranslations } from "next-intl";
import type { Totals } from "@meridian/api/cart/contract.ts";
import type { Money } from "@meridian/api/kernel/money.ts";
import type { AppliedPromotion } from "@meridian/api/promotions/contract.ts";
import type { ReactNode } from "react";
import { usePriceText } from "#design/price.tsx";
import { RollingNumber } from "#design/rolling-number.tsx";

function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="text-quiet">{label}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}

/** Figures that add up: where prices contain tax, it is told below the total; else it is a row above. */
export function TotalsList({
  totals,
  promotions,
  taxInclusive,
  shippingLabel,
  taxNote,
  refunded,
}: {
  totals: Totals;
  /** Those that count: each says what it takes off. */
  promotions: readonly Pick<AppliedPromotion, "id" | "title" | "reduction">[];
  taxInclusive: boolean;
  shippingLabel?: ReactNode;
  /** Stands in for the tax while it can't be known. */
  taxNote?: string | undefined;
  /** What went back already. */
  refunded?: Money | undefined;
}) {
  const t = useTranslations("bag.totals");
  const { exactPriceText } = usePriceText();
  const { subtotal, shipping, tax, total } = totals;
  return (
    <dl className="grid gap-1.5 text-small">
      <Row label={t("objects")}>{exactPriceText(subtotal)}</Row>
      {promotions.map(({ id, title, reduction }) => (
        <Row key={id} label={title}>
          {reduction.amountMinor > 0 ? <>−{exactPriceText(reduction)}</> : t("freeShipping")}
        </Row>
      ))}
      <Row label={shippingLabel ?? t("shipping")}>
        {shipping.amountMinor === 0 ? t("free") : exactPriceText(shipping)}
      </Row>
      {taxInclusive ? null : <Row label={t("tax")}>{taxNote ?? exactPriceText(tax)}</Row>}
      <div className="mt-1.5 flex items-baseline justify-between gap-4 border-t border-rule pt-3">
        <dt className="text-body font-semibold">{t("total")}</dt>
        <dd className="text-title font-semibold tracking-tight">
          <RollingNumber value={exactPriceText(total)} />
        </dd>
      </div>
      {taxInclusive ? (
        <div className="flex justify-end gap-1 text-caption text-quiet">
          <dt>{t("includes")}</dt>
          <dd className="figures">{exactPriceText(tax)}</dd>
        </div>
      ) : null}
      {refunded && refunded.amountMinor > 0 ? (
        <Row label={t("sentBack")}>{exactPriceText(refunded)}</Row>
      ) : null}
    </dl>
  );
}
