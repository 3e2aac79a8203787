"use client";

import { useTranslations } from "next-intl";
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { Lock } from "lucide-react";
import { Button } from "#design/button.tsx";
import { ErrorSummary } from "#design/error-summary.tsx";
import { usePriceText } from "#design/price.tsx";
import { CardForm, type CardFields } from "#features/checkout/card-form.tsx";
import { tokenOf } from "#features/checkout/card-rules.ts";
import { PaymentStatus } from "#features/checkout/payment-status.tsx";
import { PriceChanges } from "#features/checkout/price-changes.tsx";
import type { usePayment } from "#features/checkout/use-payment.ts";

/** The last step: what changed in price, the card, and a button that says what it takes. */
export function PaymentForm({
  checkout,
  card,
  payment,
  isExpired,
}: {
  checkout: Checkout;
  card: CardFields;
  payment: ReturnType<typeof usePayment>;
  isExpired: boolean;
}) {
  const t = useTranslations("checkout");
  const { exactPriceText } = usePriceText();
  const price = exactPriceText(checkout.totals.total);
  const { view, isBusy } = payment;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={card.onSubmit(({ number }) => {
        const token = tokenOf(number);
        if (token !== undefined && !isBusy && !isExpired) payment.pay(token);
      })}
    >
      {card.problems.length > 0 ? (
        <ErrorSummary key={card.failures} problems={card.problems} />
      ) : null}
      <PriceChanges lines={checkout.lines} />
      <CardForm card={card} />
      <Button
        type="submit"
        aria-disabled={isBusy || isExpired}
        className="mt-1 w-full"
        aria-describedby="payment-status"
      >
        <Lock aria-hidden="true" className="size-4" />
        <span className="figures">{t(isBusy ? "paying" : "pay", { price })}</span>
      </Button>
      <div
        id="payment-status"
        role={view.phase === "refused" ? "alert" : "status"}
        className="empty:hidden"
      >
        <PaymentStatus view={view} checkout={checkout} onRetry={payment.retry} />
      </div>
    </form>
  );
}
