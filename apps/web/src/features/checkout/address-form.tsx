"use client";

import type { Address } from "@meridian/api/orders/contract.ts";
import { SelectField, TextField } from "#design/field.tsx";
import { useFields } from "#design/use-fields.ts";
import {
  addressFields,
  addressFormat,
  autofill,
  type AddressField,
  type AddressFormat,
} from "#features/checkout/address-format.ts";
import { toAddress, toValues, validateAddress } from "#features/checkout/address-rules.ts";
import type { Fields } from "#features/checkout/checkout-client.ts";
import { StepForm } from "#features/checkout/step-form.tsx";
import { useSaving } from "#features/checkout/use-saving.ts";
import { countryName } from "#features/region/country-name.ts";

type Form = ReturnType<typeof useFields<AddressField>>;

function keyOf(pointer: string): AddressField | undefined {
  return addressFields.find((field) => pointer === `/shippingAddress/${field}`);
}

function AddressInput({
  field,
  form,
  format,
}: {
  field: AddressField;
  form: Form;
  format: AddressFormat;
}) {
  const label = format.labels[field] ?? field;
  const autoComplete = autofill[field];
  if (field === "region" && format.regions) {
    return (
      <SelectField
        {...form.bind(field)}
        label={label}
        autoComplete={autoComplete}
        options={format.regions}
        placeholder="Choose"
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

export function AddressForm({
  address,
  countries,
  country,
  save,
  onDone,
}: {
  address: Address | null;
  countries: readonly string[];
  /** Chosen at first. */
  country: string;
  save: (fields: Fields) => Promise<boolean>;
  onDone: () => void;
}) {
  const form = useFields<AddressField>({
    prefix: "address",
    initial: toValues(address, country),
    validate: validateAddress,
  });
  const saving = useSaving({ save, onDone, keyOf, refuse: form.refuse });
  const format = addressFormat(form.values.country);
  const written = format.rows.flat().map((field) => `address-${field}`);
  return (
    <StepForm
      label="On to shipping"
      onSubmit={form.onSubmit((values) => {
        void saving.submit({ shippingAddress: toAddress(values) });
      })}
      problems={form.problems.toSorted((a, b) => written.indexOf(a.id) - written.indexOf(b.id))}
      failures={form.failures}
      message={saving.message}
      isSaving={saving.isSaving}
    >
      {countries.length > 1 ? (
        <SelectField
          {...form.bind("country")}
          label="Country"
          autoComplete={autofill.country}
          options={countries
            .map((code) => ({ value: code, label: countryName(code) }))
            .toSorted((a, b) => a.label.localeCompare(b.label, "en"))}
        />
      ) : (
        <p className="text-small text-quiet">We send to {countryName(form.values.country)}.</p>
      )}
      {format.rows.map((row) => (
        <div key={row.join()} className={row.length > 1 ? "grid gap-4 sm:grid-cols-2" : ""}>
          {row.map((field) => (
            <AddressInput key={field} field={field} form={form} format={format} />
          ))}
        </div>
      ))}
    </StepForm>
  );
}
