import type { Money } from "@meridian/api/kernel/money.ts";
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useTranslations } from "next-intl";
import { usePriceText } from "#design/price.tsx";

const declines = ["insufficient_funds", "authentication_failed", "attempt_cancelled"] as const;

/** What is said when a payment did not come about. Switches on reasons, never on messages. */
export function usePaymentWords() {
  const t = useTranslations("checkout");
  const { exactPriceText } = usePriceText();
  return (problem: PublicError, lines: Checkout["lines"]): string => {
    const { reason, details = {}, requestId } = problem;
    switch (reason) {
      case "payment.declined": {
        const known = declines.find((decline) => decline === details["failureReason"]);
        return t("declined", { why: t(`declines.${known ?? "other"}`) });
      }
      case "payment.unavailable":
        return t("refusals.unavailable");
      case "checkout.sold_out_refunded": {
        const line = lines.find(({ variantId }) => variantId === details["variantId"]);
        return t("refusals.soldOut", {
          title: line?.title ?? t("refusals.anObject"),
          refund: exactPriceText(details["refund"] as Money),
        });
      }
      case "promotions.used_up": {
        const key = details["limit"] === "email" ? "refusals.codeUsed" : "refusals.codeUsedUp";
        return t(key, { code: String(details["code"]) });
      }
      case "checkout.incomplete":
        return t("refusals.incomplete");
      case "payment.provider_not_offered":
        return t("refusals.noTestCards");
      case "checkout.expired":
        return t("refusals.expired");
      default:
        return t("refusals.other", { reference: requestId ?? t("refusals.whenItWas") });
    }
  };
}
