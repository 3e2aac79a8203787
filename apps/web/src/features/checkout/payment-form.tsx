"use client";

import { useTranslations } from "next-intl";
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { Lock } from "lucide-react";
import type { FormEvent } from "react";
import { Button } from "#design/button.tsx";
import { ErrorSummary } from "#design/error-summary.tsx";
import { usePriceText } from "#design/price.tsx";
import { hosted, isHosted } from "#features/checkout/hosted-payment.ts";
import type { Means } from "#features/checkout/payment-attempts.ts";
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
  const isElsewhere = isHosted(checkout);
  const payBy = (means: Means) => {
    if (!isBusy && !isExpired) payment.pay(means);
  };
  const submitCard = card.onSubmit(({ number }) => {
    const token = tokenOf(number);
    if (token !== undefined) payBy({ provider: "test", token });
  });
  const goThere = (event: FormEvent) => {
    event.preventDefault();
    payBy(hosted);
  };
  return (
    <form noValidate className="grid gap-4" onSubmit={isElsewhere ? goThere : submitCard}>
      {card.problems.length > 0 ? (
        <ErrorSummary key={card.failures} problems={card.problems} />
      ) : null}
      <PriceChanges lines={checkout.lines} />
      {isElsewhere ? <p className="text-small">{t("hosted.note")}</p> : <CardForm card={card} />}
      <Button
        type="submit"
        aria-disabled={isBusy || isExpired}
        className="mt-1 w-full"
        aria-describedby="payment-status"
      >
        <Lock aria-hidden="true" className="size-4" />
        <span className="figures">
          {t(isBusy ? "paying" : isElsewhere ? "hosted.pay" : "pay", { price })}
        </span>
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
