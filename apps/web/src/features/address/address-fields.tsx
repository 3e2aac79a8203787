"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Address } from "@meridian/api/orders/contract.ts";
import { SelectField, TextField } from "#design/field.tsx";
import { useFields } from "#design/use-fields.ts";
import {
  addressFields,
  addressFormat,
  autofill,
  type AddressField,
  type AddressFormat,
} from "#features/address/address-format.ts";
import { labelOf, toValues, validateAddress } from "#features/address/address-rules.ts";
import { useCountryName } from "#features/region/use-country-name.ts";

export type AddressFields = ReturnType<typeof useAddressFields>;

/** The fields of one address; in the order of its country, which is also that of what is wrong. */
export function useAddressFields(address: Address | null, country: string) {
  const t = useTranslations("address");
  const form = useFields<AddressField>({
    prefix: "address",
    initial: toValues(address, country),
    validate: (values) => validateAddress(values, t),
  });
  const format = addressFormat(form.values.country);
  const written = format.rows.flat().map(form.idOf);
  return {
    ...form,
    problems: form.problems.toSorted((a, b) => written.indexOf(a.id) - written.indexOf(b.id)),
  };
}

/** @param prefix where in the request the address is: `/shippingAddress` */
export function addressKeyOf(prefix: string) {
  return (pointer: string): AddressField | undefined =>
    addressFields.find((field) => pointer === `${prefix}/${field}`);
}

function AddressInput({
  field,
  form,
  format,
}: {
  field: AddressField;
  form: AddressFields;
  format: AddressFormat;
}) {
  const t = useTranslations("address");
  const locale = useLocale();
  const label = labelOf(format, field, t);
  const autoComplete = autofill[field];
  if (field === "region" && format.regions) {
    return (
      <SelectField
        {...form.bind(field)}
        label={label}
        autoComplete={autoComplete}
        options={format.regions(locale)}
        placeholder={t("choose")}
      />
    );
  }
  return (
    <TextField
      {...form.bind(field)}
      label={label}
      autoComplete={autoComplete}
      isOptional={field === "line2" || field === "phone"}
      {...(field === "phone" && { type: "tel" })}
      {...(field === "postalCode" && {
        placeholder: format.postalCode.example,
        ...(format.postalCode.isNumeric && { inputMode: "numeric" as const }),
      })}
    />
  );
}

/** As an address of the chosen country is written. */
export function AddressInputs({
  form,
  countries,
}: {
  form: AddressFields;
  countries: readonly string[];
}) {
  const t = useTranslations("address");
  const locale = useLocale();
  const countryName = useCountryName();
  const format = addressFormat(form.values.country);
  return (
    <>
      {countries.length > 1 ? (
        <SelectField
          {...form.bind("country")}
          label={t("country")}
          autoComplete={autofill.country}
          options={countries
            .map((code) => ({ value: code, label: countryName(code) }))
            .toSorted((a, b) => a.label.localeCompare(b.label, locale))}
        />
      ) : (
        <p className="text-small text-quiet">
          {t("weSendTo", { country: countryName(form.values.country) })}
        </p>
      )}
      {format.rows.map((row) => (
        <div key={row.join()} className={row.length > 1 ? "grid gap-4 sm:grid-cols-2" : ""}>
          {row.map((field) => (
            <AddressInput key={field} field={field} form={form} format={format} />
          ))}
        </div>
      ))}
    </>
  );
}
