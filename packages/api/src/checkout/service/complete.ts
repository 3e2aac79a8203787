/**
 * Paying, in three steps with no transaction across the provider's call: an attempt is written, the
 * provider is asked with the attempt's id as its idempotency key, and what it says is settled. A
 * process that dies between two steps leaves an attempt that the next request, or the recovery,
 * finishes by asking the provider about it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { RootContext, ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { isOffered } from "../../kernel/payment/registry.ts";
import { settingsOf } from "../../kernel/settings.ts";
import { inTransaction, requirePool } from "../../kernel/transaction.ts";
import { getOrder } from "../../orders/service.ts";
import type { CompleteCheckout, CompletionResult } from "../contract.ts";
import { beginPayment, type Beginning } from "./begin-payment.ts";
import { askToCharge, askToEnd, askWhatBecame } from "./ask-provider.ts";

/** How long a request waits for another one that is paying the same checkout. */
const patienceMs = 10_000;
const pauseMs = 100;

/**
 * Pays and places the order; or says what the shopper has to do first; or that the provider has not
 * answered yet, in which case the same request asks again. A checkout that is paid answers its order.
 * @throws what {@link beginPayment} throws; payment `payment.declined` {failureReason}: the checkout is open as before
 * @throws invalid `payment.token_unknown`; unavailable `payment.unavailable`: nothing was charged
 * @throws invalid `payment.provider_not_offered` {provider}
 * @throws conflict `checkout.sold_out_refunded` {variantId, requested, available, refund}
 */
export async function completeCheckout(
  ctx: ServiceContext,
  input: CompleteCheckout,
): Promise<CompletionResult> {
  const root = requirePool(ctx);
  requireOffered(root, input.payment.provider);
  const deadline = Date.now() + Math.max(patienceMs, settingsOf(root).paymentTimeoutMs);
  while (Date.now() < deadline) {
    const beginning = await inTransaction(root, (tx) => beginPayment(tx, input));
    const result = await proceed(root, input, beginning);
    if (result !== "again") return result;
    if (beginning.type === "busy") await sleep(pauseMs);
  }
  return { state: "processing", checkoutId: input.checkoutId, retryAfterSeconds: 2 };
}

function requireOffered(root: RootContext, provider: string): void {
  if (isOffered(root, provider)) return;
  throw new DomainError("invalid", "payment.provider_not_offered", {
    message: "This shop can't be paid with that provider.",
    details: { provider },
  });
}

async function proceed(
  root: RootContext,
  input: CompleteCheckout,
  beginning: Beginning,
): Promise<CompletionResult | "again"> {
  switch (beginning.type) {
    case "placed":
      return await getOrder(root, { orderId: beginning.orderId });
    case "charge":
      return await askToCharge(root, beginning.attempt, input.payment.returnUrl);
    case "resume":
      return await askWhatBecame(root, beginning.attempt);
    case "replace":
      return await askToEnd(root, beginning.attempt);
    case "busy":
      return "again";
  }
}
