import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useTranslations } from "next-intl";

/** Why an address was not changed; undefined: for no reason of its own. */
export function useConflictWords() {
  const t = useTranslations("account.conflicts");
  return ({ reason, details }: PublicError): string | undefined => {
    switch (reason) {
      case "addresses.version_mismatch":
        return t("changed");
      case "addresses.not_found":
        return t("gone");
      case "addresses.too_many":
        return t("tooMany", { max: Number(details?.["max"]) });
      default:
        return undefined;
    }
  };
}
