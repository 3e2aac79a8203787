/** What is said when a payment did not come about. Switches on reasons, never on messages. */
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import type { Money } from "@meridian/api/kernel/money.ts";
import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { exactPriceText } from "#design/price.tsx";

const declines: Record<string, string> = {
  insufficient_funds: "There is not enough money on this card.",
  authentication_failed: "The payment was not confirmed at your bank.",
  attempt_cancelled: "The payment was stopped before it went through.",
};

export function declineWords(failureReason: unknown): string {
  const why = declines[String(failureReason)] ?? "Your bank declined this card.";
  return `${why} Nothing was charged, and everything you entered is still here. Try again or take another card.`;
}

export function refusalWords(problem: PublicError, lines: Checkout["lines"]): string {
  const { reason, details = {}, requestId } = problem;
  switch (reason) {
    case "payment.declined":
      return declineWords(details["failureReason"]);
    case "payment.unavailable":
      return "The payment service does not answer. Nothing was charged. Try again in a moment.";
    case "checkout.sold_out_refunded": {
      const title = lines.find((line) => line.variantId === details["variantId"])?.title;
      const refund = exactPriceText(details["refund"] as Money);
      return `While you paid, the last of ${title ?? "an object"} was sold. ${refund} goes back to your card in full.`;
    }
    case "promotions.used_up": {
      const why = details["limit"] === "email" ? "was used with this e-mail before" : "is used up";
      return `The code ${String(details["code"])} ${why}. Nothing was charged. Take the code out, and pay without it.`;
    }
    case "checkout.incomplete":
      return "Something is still missing above. Nothing was charged.";
    case "payment.provider_not_offered":
      return "This shop does not take test cards. Nothing was charged.";
    case "checkout.expired":
      return "The time was over before the payment began. Nothing was charged.";
    default:
      return `The payment did not begin, and nothing was charged. Try again; should it stay so, tell us ${requestId ?? "when it was"}.`;
  }
}
