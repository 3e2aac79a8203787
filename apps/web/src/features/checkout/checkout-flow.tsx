"use client";

import { useLocale, useTranslations } from "next-intl";
import { missingFields } from "@meridian/api/checkout/rules.ts";
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import type { Order } from "@meridian/api/orders/contract.ts";
import { useState } from "react";
import { serverNow } from "#api/server-clock.ts";
import { useFields } from "#design/use-fields.ts";
import { useCart } from "#features/cart/cart-provider.tsx";
import { AddressForm } from "#features/checkout/address-form.tsx";
import { addressLines } from "#features/address/address-rules.ts";
import { formatCardField, validateCard, type CardField } from "#features/checkout/card-rules.ts";
import type { Fields } from "#features/checkout/checkout-client.ts";
import { CheckoutStep } from "#features/checkout/checkout-step.tsx";
import { ContactForm } from "#features/checkout/contact-form.tsx";
import { PaymentForm } from "#features/checkout/payment-form.tsx";
import { ShippingForm, useShippingWords } from "#features/checkout/shipping-form.tsx";
import { usePayment } from "#features/checkout/use-payment.ts";
import { useCountryName } from "#features/region/use-country-name.ts";
import { useMarket } from "#features/region/region-context.tsx";

const steps = ["contact", "address", "shipping", "payment"] as const;
type Step = (typeof steps)[number];
const stepOf = {
  email: "contact",
  shippingAddress: "address",
  shippingOptionId: "shipping",
} as const;

/** Contact, address, shipping, payment: one open at a time, each folds to what was entered. */
export function CheckoutFlow({
  checkout,
  isExpired,
  save,
  onPlaced,
  onRefused,
}: {
  checkout: Checkout;
  isExpired: boolean;
  save: (fields: Fields) => Promise<boolean>;
  onPlaced: (order: Order) => void;
  onRefused: () => void;
}) {
  const t = useTranslations("checkout");
  const language = useLocale();
  const countryName = useCountryName();
  const { wayText, daysText, shippingPriceText } = useShippingWords();
  const market = useMarket();
  const { cart } = useCart();
  const isPaying = checkout.state === "paying";
  const payment = usePayment({ checkout, onPlaced, onRefused });
  const card = useFields<CardField>({
    prefix: "card",
    initial: { number: "", expiry: "", code: "", holder: "" },
    validate: (values) => validateCard(values, new Date(serverNow()), t),
    format: formatCardField,
  });
  /** Opened by hand; else it is the first that lacks something. */
  const [pinned, setPinned] = useState<Step>();
  const [hasMoved, setMoved] = useState(false);

  const missing = missingFields(checkout).map((field) => stepOf[field]);
  const open: Step = pinned ?? missing[0] ?? "payment";
  /** Who opened another step while this one was being saved stays there. */
  const goOnFrom = (step: Step) => () => {
    setMoved(true);
    setPinned((now) => (now === step ? undefined : now));
  };
  const frame = (step: Step) => {
    const isDone = step !== "payment" && !missing.some((lacking) => lacking === step);
    return {
      number: steps.indexOf(step) + 1,
      state: step === open ? ("open" as const) : isDone ? ("done" as const) : ("ahead" as const),
      takesFocus: hasMoved,
      onChange:
        payment.isBusy || isPaying || isExpired
          ? undefined
          : () => {
              setMoved(true);
              setPinned(step);
            },
    };
  };
  const address = checkout.shippingAddress;
  const option = checkout.shippingOptions.find(({ id }) => id === checkout.shippingOptionId);

  return (
    <div className="grid gap-3">
      <CheckoutStep
        {...frame("contact")}
        title={t("contact")}
        what={t("whats.contact")}
        summary={checkout.email}
      >
        <ContactForm email={checkout.email} save={save} onDone={goOnFrom("contact")} />
      </CheckoutStep>
      <CheckoutStep
        {...frame("address")}
        title={t("address")}
        what={t("whats.address")}
        summary={
          address
            ? [...addressLines(address, language), countryName(address.country)].join(" · ")
            : null
        }
      >
        <AddressForm
          address={address}
          countries={market.countries}
          country={cart.country}
          save={save}
          onDone={goOnFrom("address")}
        />
      </CheckoutStep>
      <CheckoutStep
        {...frame("shipping")}
        title={t("shipping")}
        what={t("whats.shipping")}
        summary={
          option
            ? [
                `${wayText(option)}, ${daysText(option)}`,
                shippingPriceText(option, checkout),
                ...(checkout.giftMessage === null ? [] : [t("giftMessage")]),
              ].join(" · ")
            : null
        }
      >
        <ShippingForm
          checkout={checkout}
          save={save}
          onPick={() => setPinned("shipping")}
          onDone={goOnFrom("shipping")}
        />
      </CheckoutStep>
      <CheckoutStep
        {...frame("payment")}
        title={t("payment")}
        what={t("whats.payment")}
        summary={null}
      >
        <PaymentForm checkout={checkout} card={card} payment={payment} isExpired={isExpired} />
      </CheckoutStep>
    </div>
  );
}
