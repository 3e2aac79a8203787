/** A card that somebody's own form made a token of: a PaymentIntent, made first and confirmed when its id is kept. */
import type { Stripe } from "stripe";
import type { ChargeRequest, PaymentOutcome, PaymentStatus } from "../provider.ts";
import {
  afterConfirming,
  failureReasonOf,
  isCardError,
  isOtherwiseNow,
  isRefusal,
  undecided,
} from "./failures.ts";

/** Moves no money: only {@link confirmIntent} does. */
export async function makeIntent(stripe: Stripe, request: ChargeRequest): Promise<string> {
  const { attemptId, amountMinor, currency } = request;
  const intent = await stripe.paymentIntents.create(
    {
      amount: amountMinor,
      currency: currency.toLowerCase(),
      // What is decided within days can't be waited for while stock is held.
      allowed_payment_method_types: ["card"],
      metadata: { attempt_id: attemptId },
    },
    { idempotencyKey: attemptId },
  );
  return intent.id;
}

export async function confirmIntent(
  stripe: Stripe,
  id: string,
  request: ChargeRequest,
  returnUrl: string,
): Promise<PaymentOutcome> {
  const { attemptId, token } = request;
  const card = token.startsWith("pm_") ? { payment_method: token } : { confirmation_token: token };
  // Who was given up on meanwhile must not begin to charge.
  request.signal.throwIfAborted();
  try {
    const intent = await stripe.paymentIntents.confirm(
      id,
      { ...card, return_url: returnUrl },
      { idempotencyKey: `${attemptId}:confirm` },
    );
    return outcomeOf(request, statusOf(intent));
  } catch (error) {
    if (isCardError(error)) return { state: "declined", failureReason: failureReasonOf(error) };
    if (isOtherwiseNow(error)) return outcomeOf(request, await readIntent(stripe, id));
    throw afterConfirming(error);
  }
}

export async function readIntent(stripe: Stripe, id: string): Promise<PaymentStatus> {
  return statusOf(await stripe.paymentIntents.retrieve(id));
}

export async function cancelIntent(stripe: Stripe, id: string): Promise<PaymentStatus> {
  try {
    return statusOf(await stripe.paymentIntents.cancel(id));
  } catch (error) {
    if (isRefusal(error)) return await readIntent(stripe, id);
    throw error;
  }
}

function outcomeOf(request: ChargeRequest, status: PaymentStatus): PaymentOutcome {
  if (status.state === "cancelled")
    return { state: "declined", failureReason: "attempt_cancelled" };
  if (status.state === "unknown") throw undecided(request, "not confirmed");
  return status;
}

/** @throws when Stripe itself does not know yet */
function statusOf(intent: Stripe.PaymentIntent): PaymentStatus {
  const { status, last_payment_error: failure } = intent;
  switch (status) {
    case "succeeded":
      return { state: "succeeded" };
    case "canceled":
      return { state: "cancelled" };
    case "requires_action": {
      const url = intent.next_action?.redirect_to_url?.url;
      if (typeof url === "string") return { state: "requires_action", url };
      throw undecided({ attemptId: intent.id }, `next action ${intent.next_action?.type}`);
    }
    case "requires_payment_method":
    case "requires_confirmation":
      // Without a failure nobody has tried to charge.
      return failure === null
        ? { state: "unknown" }
        : { state: "declined", failureReason: failureReasonOf(failure) };
    default:
      throw undecided({ attemptId: intent.id }, status);
  }
}
