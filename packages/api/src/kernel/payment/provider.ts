import type { Currency } from "../money.ts";

export type ProviderName = "test" | "stripe";

/**
 * What a payment provider has to be able to do. Each call carries an id of ours as its idempotency
 * key, so a call that is repeated (a retry, a recovery after a crash) moves money once.
 */
export type PaymentProvider = {
  name: ProviderName;
  /** What a front end loads the provider's own form with; a secret to nobody. */
  publishableKey?: string | undefined;
  /** @throws DomainError `payment.token_unknown`; {@link ProviderUnavailable}; anything else: the outcome is not known. */
  charge(request: ChargeRequest): Promise<PaymentOutcome>;
  /** What became of an attempt; `unknown`: the provider has never seen it. */
  status(query: AttemptQuery): Promise<PaymentStatus>;
  /**
   * Ends an attempt that has not succeeded, so that it never will: a charge that arrives later is
   * refused. Answers what is true from then on: succeeded (too late to cancel), declined or cancelled.
   */
  cancel(query: AttemptQuery): Promise<SettledStatus>;
  /** Gives money back, or refuses to for good. Repeated with one refundId, it gives it back once and answers the same. */
  refund(request: RefundRequest): Promise<RefundOutcome>;
};

export type AttemptQuery = { attemptId: string; signal: AbortSignal };

export type ChargeRequest = AttemptQuery & {
  amountMinor: number;
  currency: Currency;
  /** What the provider's own form made of the card. Never a card number. */
  token: string;
  returnUrl?: string | undefined;
};

export type RefundRequest = AttemptQuery & { refundId: string; amountMinor: number };

type Succeeded = { state: "succeeded" };
type Declined = { state: "declined"; failureReason: string };
type RequiresAction = { state: "requires_action"; url: string };
type Cancelled = { state: "cancelled" };

export type PaymentOutcome = Succeeded | Declined | RequiresAction;
export type RefundOutcome = Succeeded | { state: "refused"; failureReason: string };
export type SettledStatus = Succeeded | Declined | Cancelled;
export type PaymentStatus = PaymentOutcome | Cancelled | { state: "unknown" };

/** The provider did not take the request: nothing was charged, and the same can be tried again. */
export class ProviderUnavailable extends Error {
  constructor(provider: string, cause?: unknown) {
    super(`payment provider ${provider} is unavailable`, { cause });
    this.name = "ProviderUnavailable";
  }
}

/** The provider took too long. What it did meanwhile is not known. */
export class ProviderTimeout extends Error {
  constructor(timeoutMs: number) {
    super(`payment provider did not answer within ${timeoutMs} ms`);
    this.name = "ProviderTimeout";
  }
}
