/**
 * Exact amounts in minor units, and what is reckoned with them. Browsers get this file: the shapes that the API checks
 * amounts against are in money-shape.ts, since a schema library weighs more than the rest of a page.
 */
export const currencies = ["EUR", "GBP", "USD", "JPY"] as const;
export type Currency = (typeof currencies)[number];

/** An exact amount: `{"amountMinor": 1999, "currency": "EUR"}` is 19.99 EUR; JPY has no minor unit, so 1999 is 1,999 JPY. */
export type Money = { amountMinor: number; currency: Currency };

export function money(amountMinor: number, currency: Currency): Money {
  return { amountMinor, currency };
}

/** Digits behind the point: 2 for EUR, 0 for JPY (ISO 4217). */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/** For people: `1.299,00 €`, `￥1,999`. */
export function formatMoney(value: Money, locale = "en"): string {
  const digits = minorDigits(value.currency);
  return new Intl.NumberFormat(locale, { style: "currency", currency: value.currency }).format(
    value.amountMinor / 10 ** digits,
  );
}

/** `amountMinor * basisPoints / 10000`, half away from zero. Exact: integers only, up to 2^53 / 10^4. */
export function basisPointsOf(amountMinor: number, basisPoints: number): number {
  return roundedDivision(amountMinor * basisPoints, 10_000);
}

/** The tax contained in a gross amount: `gross * rate / (1 + rate)`, half away from zero. */
export function taxInside(grossMinor: number, basisPoints: number): number {
  return roundedDivision(grossMinor * basisPoints, 10_000 + basisPoints);
}

function roundedDivision(numerator: number, denominator: number): number {
  const sign = numerator < 0 ? -1 : 1;
  const absolute = Math.abs(numerator);
  const quotient = Math.floor(absolute / denominator);
  return sign * (quotient + ((absolute % denominator) * 2 >= denominator ? 1 : 0));
}
