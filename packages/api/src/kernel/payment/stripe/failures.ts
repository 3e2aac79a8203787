/** What Stripe's errors mean: whether money may have moved, and what a shopper is told. */
import { Stripe } from "stripe";
import { DomainError } from "../../errors.ts";
import { ProviderUnavailable, type AttemptQuery } from "../provider.ts";

const { errors } = Stripe;

/**
 * Why a card was declined, in our words. Of a card that is reported as lost or stolen, or taken for fraud, Stripe asks that the
 * shopper learns no more than of any other.
 * @see https://docs.stripe.com/declines/codes
 */
export function failureReasonOf(error: {
  code?: string | null | undefined;
  decline_code?: string | null | undefined;
}): string {
  const codes = [error.decline_code, error.code];
  const told = ["insufficient_funds", "expired_card"].find((code) => codes.includes(code));
  if (told !== undefined) return told;
  const isUnproven = codes.some((code) => code?.startsWith("authentication_") || code === unproven);
  return isUnproven ? "authentication_failed" : "card_declined";
}

const unproven = "payment_intent_authentication_failure";

/** Refused before anything happened: it is not done, and never will be by this request. */
export function isRefusal(error: unknown): error is Stripe.errors.StripeInvalidRequestError {
  return error instanceof errors.StripeInvalidRequestError;
}

export function isCardError(error: unknown): error is Stripe.errors.StripeCardError {
  return error instanceof errors.StripeCardError;
}

/** Somebody else has moved it on: how it is now has to be asked. */
export function isOtherwiseNow(error: unknown): boolean {
  return isRefusal(error) && error.code === "payment_intent_unexpected_state";
}

/** For a request that made nothing which could be paid yet. */
export function nothingCharged(error: unknown): ProviderUnavailable {
  return new ProviderUnavailable("stripe", error);
}

/** For a request that may have charged: `error` itself where nobody can tell. */
export function afterConfirming(error: unknown): unknown {
  if (isRefusal(error) && isAboutToken(error)) return tokenUnknown(error);
  const isCertain =
    isRefusal(error) ||
    error instanceof errors.StripeAuthenticationError ||
    error instanceof errors.StripePermissionError ||
    error instanceof errors.StripeRateLimitError;
  return isCertain ? nothingCharged(error) : error;
}

function isAboutToken({ param }: Stripe.errors.StripeInvalidRequestError): boolean {
  return param === "payment_method" || param === "confirmation_token";
}

export function tokenUnknown(cause?: unknown): DomainError {
  return new DomainError("invalid", "payment.token_unknown", {
    message: "The payment token is not one that Stripe gave out.",
    errors: [{ pointer: "/payment/token", message: "is not a token of this provider" }],
    cause,
  });
}

/** Nobody can say how it ends: it is asked about again. */
export function undecided({ attemptId }: Pick<AttemptQuery, "attemptId">, state: string): Error {
  return new Error(`Stripe has not decided about ${attemptId}: ${state}`);
}
