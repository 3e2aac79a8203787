/** ISO 4217: digits behind the point. */
const digits = { EUR: 2, GBP: 2, USD: 2, JPY: 0 } as const;
export type CurrencyCode = keyof typeof digits;

export function isCurrency(code: string): code is CurrencyCode {
  return Object.hasOwn(digits, code);
}

export function minorDigits(currency: CurrencyCode): number {
  return digits[currency];
}

/** An exchange rate as a fraction: `0.92` is 92 / 100. */
export type Rate = { numerator: bigint; denominator: bigint };

/** @returns undefined when it is not a positive decimal */
export function parseRate(text: string): Rate | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[2] ?? "";
  const numerator = BigInt((match[1] ?? "") + fraction);
  return numerator === 0n ? undefined : { numerator, denominator: 10n ** BigInt(fraction.length) };
}

/** Minor units of one currency in those of another, half away from zero, exact until the rounding. */
export function convert(minor: number, from: CurrencyCode, to: CurrencyCode, rate: Rate): number {
  const numerator = BigInt(minor) * rate.numerator * 10n ** BigInt(minorDigits(to));
  const denominator = rate.denominator * 10n ** BigInt(minorDigits(from));
  return Number((numerator * 2n + denominator) / (denominator * 2n));
}
