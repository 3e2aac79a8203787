import type { Stripe } from "stripe";
import type { RefundOutcome, RefundRequest } from "../provider.ts";
import { isRefusal, undecided } from "./failures.ts";

/**
 * Stripe knows an idempotency key for a day, and a refund may be owed for longer: so it is looked for before it is made.
 * @param intent what was paid
 */
export async function refundIntent(
  stripe: Stripe,
  intent: string,
  request: RefundRequest,
): Promise<RefundOutcome> {
  const known = await findRefund(stripe, intent, request.refundId);
  if (known !== undefined) return outcomeOf(known);
  const { refundId, amountMinor } = request;
  try {
    return outcomeOf(
      await stripe.refunds.create(
        { payment_intent: intent, amount: amountMinor, metadata: { refund_id: refundId } },
        { idempotencyKey: refundId },
      ),
    );
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { state: "refused", failureReason: error.code ?? "more_than_is_left" };
  }
}

async function findRefund(
  stripe: Stripe,
  intent: string,
  refundId: string,
): Promise<Stripe.Refund | undefined> {
  for await (const refund of stripe.refunds.list({ payment_intent: intent, limit: 100 })) {
    if (refund.metadata?.["refund_id"] === refundId) return refund;
  }
  return undefined;
}

/** @throws while Stripe waits for the bank: it stays owed, and is asked about again */
function outcomeOf({ id, status, failure_reason: reason }: Stripe.Refund): RefundOutcome {
  if (status === "succeeded") return { state: "succeeded" };
  if (status === "failed" || status === "canceled")
    return { state: "refused", failureReason: reason ?? status };
  throw undecided({ attemptId: id }, status ?? "no state");
}
