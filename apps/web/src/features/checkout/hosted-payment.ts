import type { Checkout } from "@meridian/api/checkout/contract.ts";
import type { Means } from "#features/checkout/payment-attempts.ts";

/** At Stripe's own page: no script of theirs runs on ours. */
export const hosted: Means = { provider: "stripe", token: "hosted" };

/** Whether the shop prefers to be paid there; otherwise the test provider's form is shown. */
export function isHosted({ paymentProviders }: Checkout): boolean {
  return paymentProviders[0]?.name === hosted.provider;
}
