"use client";

import { shippingPriceMinor } from "@meridian/api/cart/rules.ts";
import type { ShippingOption } from "@meridian/api/catalog/contract.ts";
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { money } from "@meridian/api/kernel/money.ts";
import { useState } from "react";
import { serverNow } from "#api/server-clock.ts";
import { usePriceText } from "#design/price.tsx";
import { dateTags } from "#design/use-dates.ts";
import { daysText, shippingLabel } from "#features/region/shipping-words.ts";
import { useLocale, useTranslations } from "next-intl";
import type { Fields } from "#features/checkout/checkout-client.ts";
import { deliveryText } from "#features/checkout/delivery-days.ts";
import { TextAreaField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import { useSaving } from "#api/use-saving.ts";

/** What the ways of shipping are called, cost and take. */
export function useShippingWords() {
  const t = useTranslations("checkout");
  const ways = useTranslations("shipping");
  const { exactPriceText } = usePriceText();
  return {
    wayText: (option: { id: string; label: string }) => shippingLabel(option, ways),
    /** What this way costs for this order. */
    shippingPriceText: (option: ShippingOption, { totals }: Checkout): string => {
      const goods = totals.subtotal.amountMinor - totals.discount.amountMinor;
      const minor = shippingPriceMinor(option, goods);
      return minor === 0 ? t("free") : exactPriceText(money(minor, option.price.currency));
    },
    daysText: (option: ShippingOption) => daysText(option, ways),
  };
}

export function ShippingForm({
  checkout,
  save,
  onPick,
  onDone,
}: {
  checkout: Checkout;
  save: (fields: Fields) => Promise<boolean>;
  /** A way was chosen, not yet confirmed: the totals follow at once. */
  onPick: () => void;
  onDone: () => void;
}) {
  const t = useTranslations("checkout");
  const tag = dateTags[useLocale()];
  const { wayText, daysText, shippingPriceText } = useShippingWords();
  const options = checkout.shippingOptions;
  const [chosen, setChosen] = useState(checkout.shippingOptionId ?? options[0]?.id ?? "");
  const [giftMessage, setGiftMessage] = useState(checkout.giftMessage ?? "");
  const [today] = useState(() => new Date(serverNow()));
  const saving = useSaving<never, Fields>({ save, onDone, keyOf: () => undefined });
  const pick = (shippingOptionId: string) => {
    setChosen(shippingOptionId);
    onPick();
    // What fails here is tried again, and told, by the button.
    void save({ shippingOptionId }).catch(() => false);
  };
  return (
    <Form
      label={t("onToPayment")}
      onSubmit={(event) => {
        event.preventDefault();
        void saving.submit({ shippingOptionId: chosen, giftMessage });
      }}
      saving={saving}
    >
      <fieldset className="grid gap-2.5">
        <legend className="sr-only">{t("wayOfShipping")}</legend>
        {options.map((option) => (
          <label
            key={option.id}
            className="flex min-h-16 cursor-pointer items-center gap-4 rounded-small border border-edge px-4 py-3 transition-colors hover:border-ink has-checked:border-action has-checked:bg-action-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-action"
          >
            <input
              type="radio"
              name="shipping"
              value={option.id}
              checked={chosen === option.id}
              onChange={() => pick(option.id)}
              className="size-5 shrink-0 accent-action outline-none"
            />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{wayText(option)}</span>
              <span className="block text-small text-quiet">
                {deliveryText(today, option, tag)} · {daysText(option)}
              </span>
            </span>
            <span className="figures font-medium">{shippingPriceText(option, checkout)}</span>
          </label>
        ))}
      </fieldset>
      <TextAreaField
        id="gift-message"
        label={t("giftMessage")}
        hint={t("giftMessageHint")}
        isOptional
        rows={3}
        maxLength={500}
        value={giftMessage}
        onChange={(event) => setGiftMessage(event.currentTarget.value)}
      />
    </Form>
  );
}
