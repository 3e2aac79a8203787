import type { Totals } from "@meridian/api/cart/contract.ts";
import type { Money } from "@meridian/api/kernel/money.ts";
import type { ReactNode } from "react";
import { exactPriceText } from "#design/price.tsx";
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
  taxInclusive,
  shippingLabel = "Shipping",
  taxNote,
  refunded,
}: {
  totals: Totals;
  taxInclusive: boolean;
  shippingLabel?: ReactNode;
  /** Stands in for the tax while it can't be known. */
  taxNote?: string | undefined;
  /** What went back already. */
  refunded?: Money | undefined;
}) {
  const { subtotal, discount, shipping, tax, total } = totals;
  return (
    <dl className="grid gap-1.5 text-small">
      <Row label="Objects">{exactPriceText(subtotal)}</Row>
      {discount.amountMinor > 0 ? <Row label="Discount">−{exactPriceText(discount)}</Row> : null}
      <Row label={shippingLabel}>
        {shipping.amountMinor === 0 ? "Free" : exactPriceText(shipping)}
      </Row>
      {taxInclusive ? null : <Row label="Tax">{taxNote ?? exactPriceText(tax)}</Row>}
      <div className="mt-1.5 flex items-baseline justify-between gap-4 border-t border-rule pt-3">
        <dt className="text-body font-semibold">Total</dt>
        <dd className="text-title font-semibold tracking-tight">
          <RollingNumber value={exactPriceText(total)} />
        </dd>
      </div>
      {taxInclusive ? (
        <div className="flex justify-end gap-1 text-caption text-quiet">
          <dt>Includes tax of</dt>
          <dd className="figures">{exactPriceText(tax)}</dd>
        </div>
      ) : null}
      {refunded && refunded.amountMinor > 0 ? (
        <Row label="Sent back to you">{exactPriceText(refunded)}</Row>
      ) : null}
    </dl>
  );
}
