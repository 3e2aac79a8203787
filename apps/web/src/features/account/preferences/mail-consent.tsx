"use client";

import { useTranslations } from "next-intl";
import type { Preferences } from "@meridian/api/accounts/contract/preferences.ts";
import { useState } from "react";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { CheckField } from "#design/check-field.tsx";
import { useDates } from "#design/use-dates.ts";
import { Trouble } from "#design/trouble.tsx";
import type { Change } from "#features/account/preferences/use-preferences.ts";

/** The name of these words. Others need another name: a consent is to what was read. */
const textVersion = "storefront-2026-11";

type Purpose = "marketing" | "surveys";
const words = {
  marketing: { id: "mail-consent", label: "consent", hint: "consentHint" },
  surveys: { id: "survey-consent", label: "surveyConsent", hint: "surveyConsentHint" },
} as const;

function useSince(consent: Preferences[Purpose]): string {
  const t = useTranslations("account");
  const { dayText } = useDates();
  if (consent === null) return t("consentNone");
  const date = dayText(consent.at);
  return t(consent.isGiven ? "consentGiven" : "consentTaken", { date });
}

/** Given and taken back by the same box, which counts at once. */
export function MailConsent({
  purpose,
  preferences,
  change,
}: {
  purpose: Purpose;
  preferences: Preferences;
  change: Change;
}) {
  const t = useTranslations("account");
  const { id, label, hint } = words[purpose];
  const fieldsOf = useFieldProblems();
  const since = useSince(preferences[purpose]);
  /** What was pressed and has no answer yet. */
  const [wanted, setWanted] = useState<boolean>();
  const [message, setMessage] = useState<string>();
  const decide = async (isGiven: boolean) => {
    setWanted(isGiven);
    setMessage(undefined);
    try {
      await change({ [purpose]: { isGiven, textVersion } });
    } catch (error) {
      setMessage(fieldsOf(error, () => undefined).message);
    }
    setWanted(undefined);
  };
  return (
    <div className="grid gap-3">
      <CheckField
        id={id}
        label={t(label)}
        hint={t(hint)}
        checked={wanted ?? preferences[purpose]?.isGiven ?? false}
        onChange={(event) => void decide(event.target.checked)}
      />
      <p role="status" className="text-small text-quiet">
        {since}
      </p>
      <Trouble>{message}</Trouble>
    </div>
  );
}
