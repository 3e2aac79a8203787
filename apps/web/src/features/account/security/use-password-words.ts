import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useTranslations } from "next-intl";
import { useAccountWords } from "#features/account/use-account-words.ts";

/** Of a form that asks for the present password. */
export function usePasswordWords() {
  const t = useTranslations("account");
  const accountWords = useAccountWords();
  return (problem: PublicError): { password: string } | string | undefined =>
    problem.reason === "auth.credentials_invalid"
      ? { password: t("notYourPassword") }
      : accountWords(problem);
}
