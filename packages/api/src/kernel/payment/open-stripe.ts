import type { PaymentProvider } from "./provider.ts";
import type { StripeOptions } from "./stripe/provider.ts";

export type Stripe = {
  provider: PaymentProvider;
  /** The attempt that a notice is about; null for one about anything else. @throws when Stripe did not sign it just now */
  attemptOfNotice(body: Buffer, signature: string, webhookSecret: string): string | null;
};

/** The library is loaded only where a shop is paid with it. */
export async function openStripe(options: StripeOptions): Promise<Stripe> {
  const { attemptOfNotice, createStripeProvider } = await import("./stripe/provider.ts");
  return { provider: createStripeProvider(options), attemptOfNotice };
}
