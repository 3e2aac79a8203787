/**
 * The test provider's card form: it makes a token of a card in the browser, as the form of a real
 * provider does in its own frame. A card number never reaches the shop.
 */
import type { Words } from "#i18n/app-config.ts";
import type { Errors, Values } from "#design/use-fields.ts";

export type CardField = "number" | "expiry" | "code" | "holder";

/** What each does is told by the messages under `checkout.cards`, by its token. */
export const testCards = [
  { number: "4242 4242 4242 4242", token: "tok_success" },
  { number: "4000 0027 6000 3184", token: "tok_challenge" },
  { number: "4000 0000 0000 0002", token: "tok_decline" },
  { number: "4000 0000 0000 9995", token: "tok_decline_insufficient_funds" },
  { number: "4000 0000 0000 6207", token: "tok_timeout" },
] as const;

export const sampleCard: Omit<Values<CardField>, "number"> = {
  expiry: "12 / 30",
  code: "123",
  holder: "Ana Weiss",
};

const digitsOf = (text: string) => text.normalize("NFKC").replace(/\D/g, "");

/** Undefined: not a card of the test provider. */
export function tokenOf(number: string): string | undefined {
  const digits = digitsOf(number);
  return testCards.find((card) => digitsOf(card.number) === digits)?.token;
}

/** Groups digits while they are typed: `4242 4242`, `12 / 30`. */
export function formatCardField(field: CardField, value: string): string {
  if (field === "holder") return value;
  const digits = digitsOf(value);
  if (field === "code") return digits.slice(0, 4);
  if (field === "number") return digits.slice(0, 19).replace(/(.{4})(?=.)/g, "$1 ");
  // Deleting the slash must not bring it back.
  return digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2, 4)}` : digits;
}

/** The check digit of ISO/IEC 7812-1. */
export function isLuhnValid(digits: string): boolean {
  let sum = 0;
  for (const [index, char] of digits.split("").toReversed().entries()) {
    const doubled = Number(char) * (index % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length >= 12 && sum % 10 === 0;
}

export function validateCard(
  values: Values<CardField>,
  now: Date,
  t: Words<"checkout">,
): Errors<CardField> {
  const errors: Errors<CardField> = {};
  const number = digitsOf(values.number);
  if (number === "") errors.number = t("card.number");
  else if (!isLuhnValid(number)) errors.number = t("card.digit");
  else if (tokenOf(number) === undefined) errors.number = t("card.testOnly");
  const expiry = expiryError(digitsOf(values.expiry), now, t);
  if (expiry !== undefined) errors.expiry = expiry;
  if (!/^\d{3,4}$/.test(values.code)) errors.code = t("card.code");
  if (values.holder.trim() === "") errors.holder = t("card.holder");
  return errors;
}

function expiryError(digits: string, now: Date, t: Words<"checkout">): string | undefined {
  if (digits === "") return t("card.expiry");
  const month = Number(digits.slice(0, 2));
  if (digits.length !== 4 || month < 1 || month > 12) return t("card.month");
  // Good until the end of its month.
  const end = new Date(2000 + Number(digits.slice(2)), month, 1);
  return end <= now ? t("card.expired") : undefined;
}
