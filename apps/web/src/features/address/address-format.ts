/** How an address is written in each country that is served. */
import type { Language } from "#i18n/languages.ts";
import type { Messages } from "next-intl";
import type { Option } from "#design/field.tsx";
import { jpPrefectures } from "#features/address/jp-prefectures.ts";
import { usStates } from "#features/address/us-states.ts";

export const addressFields = [
  "country",
  "name",
  "line1",
  "line2",
  "postalCode",
  "city",
  "region",
  "phone",
] as const;
export type AddressField = (typeof addressFields)[number];

/** Under `address.labels` in the messages; a field without a name of its own is called by its usual one. */
export type AddressLabel = keyof Messages["address"]["labels"];

export type AddressFormat = {
  /** In the order in which they are written; two in a row stand side by side. The country stands before. */
  rows: readonly (readonly AddressField[])[];
  /** What each field is called there: keys of its messages. */
  labels: Partial<Record<AddressField, AddressLabel>>;
  postalCode: { pattern: RegExp; example: string; isNumeric: boolean };
  regions?: (language: Language) => readonly Option[];
};

const digits = (pattern: RegExp, example: string) => ({ pattern, example, isNumeric: true });
const mixed = (pattern: RegExp, example: string) => ({ pattern, example, isNumeric: false });

const postalCodes: Record<string, AddressFormat["postalCode"]> = {
  AT: digits(/^\d{4}$/, "1010"),
  BE: digits(/^\d{4}$/, "1000"),
  DE: digits(/^\d{5}$/, "10115"),
  DK: digits(/^\d{4}$/, "1050"),
  ES: digits(/^\d{5}$/, "28001"),
  FI: digits(/^\d{5}$/, "00100"),
  FR: digits(/^\d{5}$/, "75001"),
  IE: mixed(/^[A-Z]\d[\dW] ?[A-Z\d]{4}$/, "D02 X285"),
  IT: digits(/^\d{5}$/, "00118"),
  LU: digits(/^\d{4}$/, "1111"),
  NL: mixed(/^\d{4} ?[A-Z]{2}$/, "1012 AB"),
  PL: digits(/^\d{2}-?\d{3}$/, "00-001"),
  PT: digits(/^\d{4}-?\d{3}$/, "1000-001"),
  SE: digits(/^\d{3} ?\d{2}$/, "111 22"),
  GB: mixed(/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/, "SW1A 1AA"),
  US: digits(/^\d{5}(-\d{4})?$/, "97201"),
  JP: digits(/^\d{3}-?\d{4}$/, "100-0001"),
};

/** Where the shop sends to, over all its markets. */
export const servedCountries: readonly string[] = Object.keys(postalCodes);

const rowsOf: Record<string, AddressFormat["rows"]> = {
  GB: [["name"], ["line1"], ["line2"], ["city", "postalCode"], ["phone"]],
  IE: [["name"], ["line1"], ["line2"], ["city", "postalCode"], ["phone"]],
  US: [["name"], ["line1"], ["line2"], ["city"], ["region", "postalCode"], ["phone"]],
  JP: [["postalCode", "region"], ["city"], ["line1"], ["line2"], ["name"], ["phone"]],
};
const usualRows: AddressFormat["rows"] = [
  ["name"],
  ["line1"],
  ["line2"],
  ["postalCode", "city"],
  ["phone"],
];

const labelsOf: Record<string, Partial<Record<AddressField, AddressLabel>>> = {
  GB: { city: "town", postalCode: "postcode" },
  IE: { city: "town", postalCode: "eircode" },
  US: { postalCode: "zip", line2: "apartment" },
  JP: { region: "prefecture", city: "ward", line1: "block", line2: "building" },
};

export function addressFormat(country: string): AddressFormat {
  const regions = { US: usStates, JP: jpPrefectures }[country];
  return {
    rows: rowsOf[country] ?? usualRows,
    labels: labelsOf[country] ?? {},
    postalCode: postalCodes[country] ?? mixed(/./, ""),
    ...(regions && { regions }),
  };
}

/** What browsers fill in (WHATWG HTML 4.10.19.7.1). */
export const autofill: Record<AddressField, string> = {
  country: "shipping country",
  name: "shipping name",
  line1: "shipping address-line1",
  line2: "shipping address-line2",
  postalCode: "shipping postal-code",
  city: "shipping address-level2",
  region: "shipping address-level1",
  phone: "shipping tel",
};
