/**
 * What was entered and accepted, in this tab: a checkout whose time ran out is gone with its address,
 * and the next one should not ask for it again.
 */
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { tabStorage } from "#browser/storage.ts";

export type CheckoutFields = Partial<
  Pick<Checkout, "email" | "shippingAddress" | "shippingOptionId" | "giftMessage">
>;

const storageKey = "meridian.checkout";

export function readDraft(): CheckoutFields {
  return tabStorage.readJson(storageKey) ?? {};
}

export function rememberDraft(fields: CheckoutFields): void {
  tabStorage.write(storageKey, JSON.stringify({ ...readDraft(), ...fields }));
}

export function forgetDraft(): void {
  tabStorage.write(storageKey, null);
}

/** What the draft knows and the checkout lacks, as far as its market takes it. */
export function missingFromDraft(
  checkout: Checkout,
  countries: readonly string[],
  draft: CheckoutFields,
) {
  const { email, shippingAddress, shippingOptionId, giftMessage } = draft;
  const hasOption = checkout.shippingOptions.some(({ id }) => id === shippingOptionId);
  return {
    ...(checkout.email === null && email && { email }),
    ...(checkout.shippingAddress === null &&
      shippingAddress &&
      countries.includes(shippingAddress.country) && { shippingAddress }),
    ...(checkout.shippingOptionId === null &&
      hasOption &&
      shippingOptionId && { shippingOptionId }),
    ...(checkout.giftMessage === null && giftMessage && { giftMessage }),
  };
}
