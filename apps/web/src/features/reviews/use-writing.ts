"use client";

import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import type { Contribution } from "@meridian/api/reviews/contract/contributions.ts";
import { useTranslations } from "next-intl";
import { useSaving } from "#api/use-saving.ts";
import type { Errors } from "#design/use-fields.ts";

const fieldOf = (pointer: string) => pointer.slice(1);

/** Sends what somebody wrote; what is wrong with it stands at its field. */
export function useWriting<K extends string, Values>(options: {
  fields: readonly K[];
  send: (values: Values) => Promise<Contribution>;
  onDone: () => void;
  /** It was changed elsewhere: what is there now is to be read again. */
  onConflict: () => void;
  refuse: (errors: Errors<K>) => void;
}) {
  const { fields, send, onDone, onConflict, refuse } = options;
  const t = useTranslations("reviews.refusals");
  const explain = ({ reason }: PublicError): string | undefined => {
    switch (reason) {
      case "reviews.already_written":
      case "reviews.version_mismatch":
        onConflict();
        return t("changed");
      case "reviews.not_found":
        onConflict();
        return t("gone");
      case "reviews.too_many_pending":
        return t("tooMany");
      case "request.rate_limited":
        return t("often");
      case "auth.token_required":
        return t("signedOut");
      default:
        return undefined;
    }
  };
  return useSaving<K, Values>({
    save: async (values) => {
      await send(values);
      return true;
    },
    onDone,
    keyOf: (pointer) => fields.find((field) => field === fieldOf(pointer)),
    refuse,
    explain,
  });
}
