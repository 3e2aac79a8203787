import { useTranslations } from "next-intl";
import type { Refusal } from "#features/cart/local-state.ts";

type Said = Pick<Refusal, "reason" | "details">;

const numberIn = (refusal: Said, name: string) => {
  const value = refusal.details[name];
  return typeof value === "number" ? value : 0;
};

/** What a refusal means to the shopper, and what to do next. */
export function useRefusalWords() {
  const t = useTranslations("bag.refusals");
  /** @param isInBag whether there is a line that it is said at */
  return (refusal: Said, isInBag = false): string => {
    switch (refusal.reason) {
      case "cart.out_of_stock": {
        const available = numberIn(refusal, "available");
        if (available <= 0) return t(isInBag ? "noMore" : "soldOut");
        return t("onlyLeft", { available });
      }
      case "cart.quantity_limit":
        return t("quantityLimit", { max: numberIn(refusal, "max") });
      case "cart.too_many_lines":
        return t("tooManyLines", { max: numberIn(refusal, "max") });
      case "cart.pass_required":
        return t("passRequired");
      case "cart.not_sold_here":
        return t("notSoldHere");
      case "cart.variant_not_found":
        return t("gone");
      default:
        return t("other");
    }
  };
}
