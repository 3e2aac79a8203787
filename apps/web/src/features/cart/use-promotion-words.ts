import type { Money } from "@meridian/api/kernel/money.ts";
import { useTranslations } from "next-intl";
import { usePriceText } from "#design/price.tsx";
import { useDates } from "#design/use-dates.ts";

/** Why a code takes nothing off, and what to do about it; `reason` and `details` as in the promotions' contract. */
export function usePromotionWords() {
  const t = useTranslations("bag.code");
  const { exactPriceText } = usePriceText();
  const { dayOfYearText } = useDates();
  return (reason: string, details: Record<string, unknown> = {}): string => {
    switch (reason) {
      case "promotions.not_found":
      // It has not the form of one.
      case "request.invalid_input":
        return t("unknown");
      case "promotions.not_started":
        return t("notStarted", { day: dayOfYearText(String(details["startsAt"])) });
      case "promotions.expired":
        return t("expired", { day: dayOfYearText(String(details["endsAt"])) });
      case "promotions.used_up":
        return t("usedUp");
      case "promotions.not_applicable": {
        const minimum = details["minimumSubtotal"] as Money | null;
        return minimum === null ? t("notHere") : t("minimum", { price: exactPriceText(minimum) });
      }
      default:
        return t("other");
    }
  };
}
