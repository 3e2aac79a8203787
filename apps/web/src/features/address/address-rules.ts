/** From what is typed to an address, and what is still wrong with it. Pure. */
import type { Address } from "@meridian/api/orders/contract.ts";
import type { Errors, Values } from "#design/use-fields.ts";
import {
  addressFields,
  addressFormat,
  type AddressField,
} from "#features/address/address-format.ts";

type AddressValues = Values<AddressField>;

/** Full-width digits and lower case are as good as the others. */
function tidyPostalCode(value: string): string {
  return value.normalize("NFKC").trim().toUpperCase();
}

export function validateAddress(values: AddressValues): Errors<AddressField> {
  const format = addressFormat(values.country);
  const shown = new Set(format.rows.flat());
  const label = (field: AddressField) => format.labels[field] ?? field;
  const errors: Errors<AddressField> = {};
  for (const field of ["name", "line1", "city"] as const) {
    if (values[field].trim() === "") errors[field] = `${label(field)} is missing.`;
  }
  if (shown.has("region") && values.region === "") errors.region = `${label("region")} is missing.`;
  const { pattern, example } = format.postalCode;
  if (values.postalCode.trim() === "") errors.postalCode = `${label("postalCode")} is missing.`;
  else if (!pattern.test(tidyPostalCode(values.postalCode)))
    errors.postalCode = `${label("postalCode")} should look like ${example}.`;
  if (values.phone.trim() !== "" && !/^[+\d][\d ()./-]{4,30}$/.test(values.phone.trim()))
    errors.phone = "That is not a phone number.";
  return errors;
}

/** Fields that the country's addresses don't have are left out. */
export function toAddress(values: AddressValues): Address {
  const shown = new Set(addressFormat(values.country).rows.flat());
  const optional = (field: "line2" | "region" | "phone") => {
    const value = values[field].trim();
    return value !== "" && shown.has(field) ? { [field]: value } : {};
  };
  return {
    name: values.name.trim(),
    line1: values.line1.trim(),
    city: values.city.trim(),
    postalCode: tidyPostalCode(values.postalCode),
    country: values.country,
    ...optional("line2"),
    ...optional("region"),
    ...optional("phone"),
  };
}

export function toValues(address: Address | null, country: string): AddressValues {
  const entries = addressFields.map((field) => [field, address?.[field] ?? ""] as const);
  const values = Object.fromEntries(entries) as AddressValues;
  return { ...values, country: address?.country ?? country };
}

/** As on a parcel, without the country's name. */
export function addressLines(address: Address): string[] {
  const { name, line1, line2, city, postalCode, region, country } = address;
  const cityLine =
    country === "US"
      ? `${city}, ${region ?? ""} ${postalCode}`
      : country === "GB" || country === "IE"
        ? `${city}, ${postalCode}`
        : country === "JP"
          ? `${city}, ${region ?? ""} ${postalCode}`
          : `${postalCode} ${city}`;
  return [name, line1, ...(line2 ? [line2] : []), cityLine];
}
