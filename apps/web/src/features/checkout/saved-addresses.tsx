"use client";

import { useLocale, useTranslations } from "next-intl";
import type { SavedAddress } from "@meridian/api/accounts/contract/addresses.ts";
import { useState } from "react";
import { useSaving } from "#api/use-saving.ts";
import { Button } from "#design/button.tsx";
import { Form } from "#design/form.tsx";
import { addressLines } from "#features/address/address-rules.ts";
import type { AddressFormProps } from "#features/checkout/address-form.tsx";
import type { Fields } from "#features/checkout/checkout-client.ts";
import { useCountryName } from "#features/region/use-country-name.ts";

/** The account's addresses as radios; the one that the checkout has, or the default, is chosen. */
export function SavedAddresses({
  saved,
  address,
  save,
  onDone,
  onOther,
}: Pick<AddressFormProps, "address" | "save" | "onDone"> & {
  saved: readonly SavedAddress[];
  onOther: () => void;
}) {
  const t = useTranslations("checkout");
  const language = useLocale();
  const countryName = useCountryName();
  const known = saved.find((one) => sameAddress(one.address, address));
  const [chosenId, setChosenId] = useState((known ?? saved[0])?.id);
  const saving = useSaving<never, Fields>({ save, onDone, keyOf: () => undefined });
  const chosen = saved.find(({ id }) => id === chosenId);
  return (
    <Form
      label={t("onToShipping")}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) void saving.submit({ shippingAddress: chosen.address });
      }}
      saving={saving}
      aside={
        <Button look="bare" className="text-small" onClick={onOther}>
          {t("sendElsewhere")}
        </Button>
      }
    >
      <fieldset className="grid gap-2.5">
        <legend className="mb-2 text-small font-medium">{t("yourAddresses")}</legend>
        {saved.map(({ id, address: one }) => (
          <label
            key={id}
            className="flex cursor-pointer items-start gap-3.5 rounded-small border border-edge px-4 py-3 transition-colors hover:border-ink has-checked:border-action has-checked:bg-action-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-action"
          >
            <input
              type="radio"
              name="saved-address"
              value={id}
              checked={id === chosenId}
              onChange={() => setChosenId(id)}
              className="mt-1 size-5 shrink-0 accent-action outline-none"
            />
            <span className="min-w-0">
              {[...addressLines(one, language), countryName(one.country)].map((line, index) => (
                <span
                  key={line}
                  className={`block break-words ${index === 0 ? "font-medium" : "text-small text-quiet"}`}
                >
                  {line}
                </span>
              ))}
            </span>
          </label>
        ))}
      </fieldset>
    </Form>
  );
}

function sameAddress(a: SavedAddress["address"], b: AddressFormProps["address"]): boolean {
  return b !== null && addressLines(a, "en").join("\n") === addressLines(b, "en").join("\n");
}
