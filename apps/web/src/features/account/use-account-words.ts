import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useTranslations } from "next-intl";

/** What the account's refusals mean to a shopper. Undefined: nothing that its forms have words for. */
export function useAccountWords() {
  const t = useTranslations("account");
  return ({ reason, retryAfterSeconds }: PublicError): string | undefined => {
    switch (reason) {
      case "auth.credentials_invalid":
        return t("refusals.credentials");
      case "auth.too_many_attempts": {
        const count = Math.max(1, Math.ceil((retryAfterSeconds ?? 60) / 60));
        return t("refusals.often", { time: t("minutes", { count }) });
      }
      case "auth.code_invalid":
        return t("refusals.code");
      case "auth.passkey_refused":
        return t("refusals.passkey");
      case "auth.link_invalid":
        return t("refusals.link");
      case "auth.token_required":
        return t("refusals.signedOut");
      default:
        return undefined;
    }
  };
}
