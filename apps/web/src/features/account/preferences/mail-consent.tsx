"use client";

import type { Preferences } from "@meridian/api/accounts/contract/preferences.ts";
import { useState } from "react";
import { fieldsOf } from "#api/field-problems.ts";
import { CheckField } from "#design/check-field.tsx";
import { dayText } from "#design/day.ts";
import { Notice } from "#design/notice.tsx";
import type { Change } from "#features/account/preferences/use-preferences.ts";

/** The name of these words. Others need another name: a consent is to what was read. */
const textVersion = "storefront-2026-11";
const words = "Tell me by mail of drops and of what is new";

function since({ marketing }: Preferences): string {
  if (marketing === null) return "We ask once, here. Without your word we send none.";
  const date = dayText(marketing.at);
  return marketing.isGiven ? `You agreed on ${date}.` : `You took it back on ${date}.`;
}

/** Given and taken back by the same box, which counts at once. */
export function MailConsent({ preferences, change }: { preferences: Preferences; change: Change }) {
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
        label={words}
        hint="Seldom, never passed on, and you can take it back here at any time. Mails about your orders come anyway."
        checked={wanted ?? preferences.marketing?.isGiven ?? false}
        onChange={(event) => void decide(event.target.checked)}
      />
      <p role="status" className="text-small text-quiet">
        {since(preferences)}
      </p>
      <div role="alert" className="empty:hidden">
        {message === undefined ? null : <Notice look="alert">{message}</Notice>}
      </div>
    </div>
  );
}
