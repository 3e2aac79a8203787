/**
 * Stripe. What can be paid is made first, its id is kept beside the attempt's, and only then it is charged or its address given
 * out: whoever asks later finds it by that id, however long the answer was lost. See docs/adr/0041.
 */
import type { Database } from "@meridian/db/client.ts";
import { Stripe } from "stripe";
import type { AttemptQuery, ChargeRequest, PaymentProvider, PaymentStatus } from "../provider.ts";
import { afterConfirming, nothingCharged, tokenUnknown, undecided } from "./failures.ts";
import { cancelIntent, confirmIntent, makeIntent, readIntent } from "./intents.ts";
import { findReference, free, keepReference } from "./references.ts";
import { refundIntent } from "./refunds.ts";
import { expireSession, intentOfSession, makeSession, readSession } from "./sessions.ts";

export type StripeOptions = {
  db: Database;
  secretKey: string;
  publishableKey?: string | undefined;
  /** https://api.stripe.com, or what stands in for it. */
  apiUrl: string;
  timeoutMs: number;
  /** The page of the shop that a shopper is brought back to: an address, whatever was asked for. */
  returnTo(returnUrl: string | undefined): string;
};

/** Of a payment that is made at Stripe's own page. Otherwise a token is what Stripe's form made of a card. */
const hosted = "hosted";

export function createStripeProvider(options: StripeOptions): PaymentProvider {
  const { db, publishableKey } = options;
  const stripe = stripeAt(options);
  return {
    name: "stripe",
    publishableKey,
    charge: (request) => charge(stripe, options, request),
    async status({ attemptId }) {
      const reference = await findReference(db, attemptId);
      if (reference === undefined) return { state: "unknown" };
      return await read(stripe, reference);
    },
    async cancel(query) {
      const reference = await keepReference(db, query.attemptId, null);
      const status = await cancel(stripe, reference);
      if (status.state === "requires_action" || status.state === "unknown")
        throw undecided(query, status.state);
      return status;
    },
    async refund(request) {
      const intent = await intentOf(stripe, await findReference(db, request.attemptId));
      if (intent === null) return { state: "refused", failureReason: "not_charged" };
      return await refundIntent(stripe, intent, request);
    },
  };
}

function stripeAt({ secretKey, apiUrl, timeoutMs }: StripeOptions): Stripe {
  const { protocol, hostname, port } = new URL(apiUrl);
  return new Stripe(secretKey, {
    protocol: protocol === "http:" ? "http" : "https",
    host: hostname,
    port: port || (protocol === "http:" ? 80 : 443),
    timeout: timeoutMs,
    // Each with its idempotency key.
    maxNetworkRetries: 2,
    telemetry: false,
  });
}

async function charge(
  stripe: Stripe,
  { db, returnTo }: StripeOptions,
  request: ChargeRequest,
): ReturnType<PaymentProvider["charge"]> {
  const { attemptId, token } = request;
  if (token !== hosted && !/^(?:pm|ctoken)_\w+$/.test(token)) throw tokenUnknown();
  const returnUrl = returnTo(request.returnUrl);
  const known = await findReference(db, attemptId);
  const reference =
    known === undefined
      ? await keepReference(db, attemptId, await make(stripe, request, returnUrl))
      : known;
  if (reference === null) return { state: "declined", failureReason: "attempt_cancelled" };
  if (reference === free) return { state: "succeeded" };
  if (token !== hosted) return await confirmIntent(stripe, reference, request, returnUrl);
  return await handOver(stripe, reference, request);
}

/** What can be paid from then on. @throws ProviderUnavailable */
async function make(stripe: Stripe, request: ChargeRequest, returnUrl: string): Promise<string> {
  if (request.amountMinor === 0) return free;
  try {
    return request.token === hosted
      ? await makeSession(stripe, request, returnUrl)
      : await makeIntent(stripe, request);
  } catch (error) {
    throw nothingCharged(error);
  }
}

/** The shopper goes on at Stripe. */
async function handOver(
  stripe: Stripe,
  session: string,
  request: ChargeRequest,
): ReturnType<PaymentProvider["charge"]> {
  const status = await readSession(stripe, session).catch((error: unknown) => {
    throw afterConfirming(error);
  });
  if (status.state === "cancelled")
    return { state: "declined", failureReason: "attempt_cancelled" };
  if (status.state === "unknown") throw undecided(request, status.state);
  return status;
}

async function read(stripe: Stripe, reference: string | null): Promise<PaymentStatus> {
  if (reference === null) return { state: "cancelled" };
  if (reference === free) return { state: "succeeded" };
  return await (isSession(reference) ? readSession : readIntent)(stripe, reference);
}

async function cancel(stripe: Stripe, reference: string | null): Promise<PaymentStatus> {
  if (reference === null || reference === free) return await read(stripe, reference);
  return await (isSession(reference) ? expireSession : cancelIntent)(stripe, reference);
}

async function intentOf(
  stripe: Stripe,
  reference: string | null | undefined,
): Promise<string | null> {
  if (reference === undefined || reference === null || reference === free) return null;
  return isSession(reference) ? await intentOfSession(stripe, reference) : reference;
}

function isSession(reference: string): boolean {
  return reference.startsWith("cs_");
}

/** The attempt that a notice of Stripe's is about; null for one about anything else. @throws when Stripe did not sign it just now */
export function attemptOfNotice(
  body: Buffer,
  signature: string,
  webhookSecret: string,
): AttemptQuery["attemptId"] | null {
  const { object } = Stripe.webhooks.constructEvent(body, signature, webhookSecret).data;
  const metadata = "metadata" in object ? object.metadata : null;
  return metadata?.["attempt_id"] ?? null;
}
