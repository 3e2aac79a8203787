/** Paying at Stripe's own page (a Checkout Session): no script of Stripe's on ours, and nothing of a card with us. */
import type { Stripe } from "stripe";
import type { ChargeRequest, PaymentStatus } from "../provider.ts";
import { isRefusal, undecided } from "./failures.ts";

/** Nobody can pay it before its address is given out. */
export async function makeSession(
  stripe: Stripe,
  request: ChargeRequest,
  returnUrl: string,
): Promise<string> {
  const { attemptId, amountMinor, currency } = request;
  const metadata = { attempt_id: attemptId };
  const session = await stripe.checkout.sessions.create(
    {
      mode: "payment",
      allowed_payment_method_types: ["card"],
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: currency.toLowerCase(),
            unit_amount: amountMinor,
            product_data: { name: "Meridian" },
          },
        },
      ],
      success_url: returnUrl,
      cancel_url: returnUrl,
      client_reference_id: attemptId,
      metadata,
      payment_intent_data: { metadata },
    },
    { idempotencyKey: attemptId },
  );
  return session.id;
}

export async function readSession(stripe: Stripe, id: string): Promise<PaymentStatus> {
  return statusOf(await stripe.checkout.sessions.retrieve(id));
}

export async function expireSession(stripe: Stripe, id: string): Promise<PaymentStatus> {
  try {
    return statusOf(await stripe.checkout.sessions.expire(id));
  } catch (error) {
    if (isRefusal(error)) return await readSession(stripe, id);
    throw error;
  }
}

/** What a refund of it is taken off. */
export async function intentOfSession(stripe: Stripe, id: string): Promise<string | null> {
  const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(id);
  return typeof intent === "string" ? intent : (intent?.id ?? null);
}

/** A card that is declined there leaves the session open: the shopper tries another one. */
function statusOf({ id, status, payment_status, url }: Stripe.Checkout.Session): PaymentStatus {
  if (status === "expired") return { state: "cancelled" };
  if (status === "complete" && payment_status === "paid") return { state: "succeeded" };
  if (status === "open" && url !== null) return { state: "requires_action", url };
  throw undecided({ attemptId: id }, `${status}, ${payment_status}`);
}
