"use client";

import { Section, Waiting } from "#features/account/section.tsx";
import { MailConsent } from "#features/account/preferences/mail-consent.tsx";
import { MarketForm } from "#features/account/preferences/market-form.tsx";
import { NameForm } from "#features/account/preferences/name-form.tsx";
import { usePreferences } from "#features/account/preferences/use-preferences.ts";

export function PreferencesPage() {
  const { data, isTroubled, retry, change } = usePreferences();
  return (
    <>
      <h1 className="mb-6 text-heading lg:mb-8">Preferences</h1>
      <div className="grid gap-4">
        <Section id="name" title="Your name">
          <NameForm />
        </Section>
        {data === undefined ? (
          <Waiting what="Your preferences" isTroubled={isTroubled} onRetry={retry} />
        ) : (
          <>
            <Section
              id="market"
              title="Where you shop"
              lead="It decides currency and tax, also when you sign in on a new device."
            >
              <MarketForm preferences={data} change={change} />
            </Section>
            <Section id="mails" title="Mails from us">
              <MailConsent preferences={data} change={change} />
            </Section>
          </>
        )}
      </div>
    </>
  );
}
