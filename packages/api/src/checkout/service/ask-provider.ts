/** Second step of paying: a question to the provider, outside of any transaction, and what its answer means to the shopper. */
import type { RootContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { Currency } from "../../kernel/money.ts";
import { ProviderUnavailable, type PaymentStatus } from "../../kernel/payment/provider.ts";
import { askProvider } from "../../kernel/payment/registry.ts";
import { getOrder } from "../../orders/service.ts";
import type { CompletionResult } from "../contract.ts";
import type { AttemptRow } from "./rows.ts";
import { settleAction, settleFailed, settleSucceeded, type Settled } from "./settle-payment.ts";

/** `again`: the attempt is over without a payment, and another may begin. */
export type Answer = CompletionResult | "again";

export async function askToCharge(
  root: RootContext,
  attempt: AttemptRow,
  returnUrl: string | undefined,
): Promise<Answer> {
  const { id: attemptId, amountMinor, token } = attempt;
  const currency = attempt.currency as Currency;
  let status: PaymentStatus;
  try {
    status = await askProvider(root, attempt.provider, (provider, signal) =>
      provider.charge({ attemptId, amountMinor, currency, token, returnUrl, signal }),
    );
  } catch (error) {
    return await afterFailedCharge(root, attempt, error);
  }
  return await settle(root, attempt, status);
}

/** For an attempt that somebody else began. One that the provider has never seen is ended, so that it can't be charged later. */
export async function askWhatBecame(root: RootContext, attempt: AttemptRow): Promise<Answer> {
  const status = await ask(root, attempt, "status");
  if (status === undefined) return processing(attempt);
  if (status.state === "unknown") return await askToEnd(root, attempt);
  return await settle(root, attempt, status);
}

/**
 * For who heard that something became of an attempt: one that is still under way is left to whoever began it.
 * @throws what {@link settle} throws; unavailable `payment.unavailable` when the provider does not tell
 */
export async function settleIfDecided(root: RootContext, attempt: AttemptRow): Promise<void> {
  const status = await ask(root, attempt, "status");
  if (status === undefined) throw unavailable();
  if (status.state === "unknown" || status.state === "requires_action") return;
  await settle(root, attempt, status);
}

/** Ends an attempt, unless it has succeeded meanwhile: then that is the payment. */
export async function askToEnd(root: RootContext, attempt: AttemptRow): Promise<Answer> {
  const status = await ask(root, attempt, "cancel");
  if (status === undefined) return processing(attempt);
  if (status.state === "succeeded") return await settle(root, attempt, status);
  await settleFailed(root, attempt, { state: "abandoned", failureReason: null });
  return "again";
}

/** Undefined when the provider does not tell. */
async function ask(
  root: RootContext,
  { id: attemptId, provider: name }: AttemptRow,
  question: "status" | "cancel",
): Promise<PaymentStatus | undefined> {
  try {
    return await askProvider(root, name, (provider, signal) =>
      provider[question]({ attemptId, signal }),
    );
  } catch (error) {
    root.log.warn({ err: error, attemptId, question }, "payment provider did not tell");
    return undefined;
  }
}

async function settle(
  root: RootContext,
  attempt: AttemptRow,
  status: PaymentStatus,
): Promise<Answer> {
  const { checkoutId } = attempt;
  switch (status.state) {
    case "succeeded": {
      const settled = await settleSucceeded(root, attempt);
      if (settled.type === "sold_out") throw soldOutRefunded(settled);
      return await getOrder(root, { orderId: settled.orderId });
    }
    case "requires_action":
      await settleAction(root, attempt, status.url);
      return {
        state: "requires_action",
        action: { type: "redirect", url: status.url },
        checkoutId,
      };
    case "declined": {
      const { failureReason } = status;
      await settleFailed(root, attempt, { state: "declined", failureReason });
      throw declined(failureReason);
    }
    case "cancelled":
    case "unknown":
      await settleFailed(root, attempt, { state: "abandoned", failureReason: null });
      return "again";
  }
}

async function afterFailedCharge(
  root: RootContext,
  attempt: AttemptRow,
  error: unknown,
): Promise<Answer> {
  const isRefusal = error instanceof DomainError;
  if (!isRefusal && !(error instanceof ProviderUnavailable)) {
    root.log.warn({ err: error, attemptId: attempt.id }, "payment outcome not known yet");
    return processing(attempt);
  }
  await settleFailed(root, attempt, { state: "abandoned", failureReason: null });
  if (isRefusal) throw error;
  throw unavailable(error);
}

function unavailable(cause?: unknown): DomainError {
  return new DomainError("unavailable", "payment.unavailable", {
    message: "The payment provider can't be reached. Nothing was charged. Try again in a moment.",
    retryAfterSeconds: 5,
    cause,
  });
}

/** The attempt stays under way: whoever comes next asks the provider about it. */
function processing({ checkoutId }: AttemptRow): Answer {
  return { state: "processing", checkoutId, retryAfterSeconds: 2 };
}

function declined(failureReason: string): DomainError {
  return new DomainError("payment", "payment.declined", {
    message: "The card was declined. Nothing was charged; try another one.",
    details: { failureReason },
  });
}

function soldOutRefunded(settled: Extract<Settled, { type: "sold_out" }>): DomainError {
  return new DomainError("conflict", "checkout.sold_out_refunded", {
    message: "While you paid, the last one was sold. Your money goes back to you in full.",
    details: { ...settled.shortage, refund: settled.refund },
  });
}
