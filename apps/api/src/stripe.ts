import { openStripe, type Stripe } from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { Config } from "./env.ts";
import { safeReturnUrl } from "./http/return-url.ts";

/** Undefined where the shop is not paid with it. */
export async function stripeOf(config: Config, db: Database): Promise<Stripe | undefined> {
  const { stripe, settings, webOrigins, publicUrl } = config;
  if (stripe === undefined) return undefined;
  const home = webOrigins[0] ?? publicUrl;
  return await openStripe({
    db,
    ...stripe,
    timeoutMs: settings.paymentTimeoutMs,
    returnTo: (returnUrl) => safeReturnUrl(returnUrl ?? null, webOrigins, publicUrl) ?? home,
  });
}
