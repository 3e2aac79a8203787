import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useTranslations } from "next-intl";

/** What refusals of a watch mean to a shopper. Undefined: there are general words for it. */
export function useWatchWords() {
  const t = useTranslations("watch");
  return ({ reason, details }: PublicError): string | undefined => {
    switch (reason) {
      case "watches.in_stock":
        return t("refusals.inStock");
      case "watches.too_many":
        return t("refusals.tooMany", { max: (details as { max: number }).max });
      case "watches.link_invalid":
        return t("refusals.link");
      default:
        return undefined;
    }
  };
}
