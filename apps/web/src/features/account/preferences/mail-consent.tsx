"use client";

import { useTranslations } from "next-intl";
import type { Preferences } from "@meridian/api/accounts/contract/preferences.ts";
import { useState } from "react";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { CheckField } from "#design/check-field.tsx";
import { useDates } from "#design/use-dates.ts";
import { Notice } from "#design/notice.tsx";
import type { Change } from "#features/account/preferences/use-preferences.ts";

/** The name of these words. Others need another name: a consent is to what was read. */
const textVersion = "storefront-2026-11";
function useSince({ marketing }: Preferences): string {
  const t = useTranslations("account");
  const { dayText } = useDates();
  if (marketing === null) return t("consentNone");
  const date = dayText(marketing.at);
  return t(marketing.isGiven ? "consentGiven" : "consentTaken", { date });
}

/** Given and taken back by the same box, which counts at once. */
export function MailConsent({ preferences, change }: { preferences: Preferences; change: Change }) {
  const t = useTranslations("account");
  const fieldsOf = useFieldProblems();
  const since = useSince(preferences);
  /** What was pressed and has no answer yet. */
  const [wanted, setWanted] = useState<boolean>();
  const [message, setMessage] = useState<string>();
  const decide = async (isGiven: boolean) => {
    setWanted(isGiven);
    setMessage(undefined);
    try {
      await change({ marketing: { isGiven, textVersion } });
    } catch (error) {
      setMessage(fieldsOf(error, () => undefined).message);
    }
    setWanted(undefined);
  };
  return (
    <div className="grid gap-3">
      <CheckField
        id="mail-consent"
        label={t("consent")}
        hint={t("consentHint")}
        checked={wanted ?? preferences.marketing?.isGiven ?? false}
        onChange={(event) => void decide(event.target.checked)}
      />
      <p role="status" className="text-small text-quiet">
        {since}
      </p>
      <div role="alert" className="empty:hidden">
        {message === undefined ? null : <Notice look="alert">{message}</Notice>}
      </div>
    </div>
  );
}
