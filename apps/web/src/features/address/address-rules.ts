/** From what is typed to an address, and what is still wrong with it. Pure. */
import type { Words } from "#i18n/app-config.ts";
import type { Address } from "@meridian/api/orders/contract.ts";
import type { Language } from "#i18n/languages.ts";
import type { Errors, Values } from "#design/use-fields.ts";
import { jpPrefectures } from "#features/address/jp-prefectures.ts";
import {
  addressFields,
  addressFormat,
  type AddressField,
  type AddressFormat,
} from "#features/address/address-format.ts";

type AddressValues = Values<AddressField>;

/** Full-width digits and lower case are as good as the others. */
function tidyPostalCode(value: string): string {
  return value.normalize("NFKC").trim().toUpperCase();
}

/** What a field is called in addresses of this form. */
export function labelOf(format: AddressFormat, field: AddressField, t: Words<"address">): string {
  return t(`labels.${format.labels[field] ?? field}`);
}

export function validateAddress(values: AddressValues, t: Words<"address">): Errors<AddressField> {
  const format = addressFormat(values.country);
  const shown = new Set(format.rows.flat());
  const missing = (field: AddressField) => t("missing", { label: labelOf(format, field, t) });
  const errors: Errors<AddressField> = {};
  for (const field of ["name", "line1", "city"] as const) {
    if (values[field].trim() === "") errors[field] = missing(field);
  }
  if (shown.has("region") && values.region === "") errors.region = missing("region");
  const { pattern, example } = format.postalCode;
  if (values.postalCode.trim() === "") errors.postalCode = missing("postalCode");
  else if (!pattern.test(tidyPostalCode(values.postalCode)))
    errors.postalCode = t("shouldLookLike", {
      label: labelOf(format, "postalCode", t),
      example,
    });
  if (values.phone.trim() !== "" && !/^[+\d][\d ()./-]{4,30}$/.test(values.phone.trim()))
    errors.phone = t("noPhone");
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

/** As on a parcel, without the country's name. To who reads Japanese, Japan's addresses are written as there. */
export function addressLines(address: Address, language: Language): string[] {
  if (address.country === "JP" && language === "ja") return japaneseLines(address);
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

/** From the large to the small, in one line. */
function japaneseLines({ name, line1, line2, city, postalCode, region }: Address): string[] {
  const prefecture = jpPrefectures("ja").find(({ value }) => value === region)?.label ?? region;
  const place = `${prefecture ?? ""}${city}${line1}`;
  return [name, place, ...(line2 ? [line2] : []), `〒${postalCode}`];
}
