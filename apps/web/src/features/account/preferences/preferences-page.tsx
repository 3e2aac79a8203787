"use client";

import { useTranslations } from "next-intl";
import { OnItsWay } from "#design/on-its-way.tsx";
import { Section } from "#features/account/section.tsx";
import { MailConsent } from "#features/account/preferences/mail-consent.tsx";
import { MarketForm } from "#features/account/preferences/market-form.tsx";
import { NameForm } from "#features/account/preferences/name-form.tsx";
import { usePreferences } from "#features/account/preferences/use-preferences.ts";

export function PreferencesPage() {
  const t = useTranslations("account");
  const { data, isTroubled, retry, change } = usePreferences();
  return (
    <>
      <h1 className="mb-6 text-heading lg:mb-8">{t("preferences")}</h1>
      <div className="grid gap-4">
        <Section id="name" title={t("yourName")}>
          <NameForm />
        </Section>
        {data === undefined ? (
          <OnItsWay what={t("yourPreferences")} isTroubled={isTroubled} onRetry={retry} />
        ) : (
          <>
            <Section id="market" title={t("whereYouShop")} lead={t("whereYouShopLead")}>
              <MarketForm preferences={data} change={change} />
            </Section>
            <Section id="mails" title={t("mails")}>
              <div className="grid gap-6">
                <MailConsent purpose="marketing" preferences={data} change={change} />
                <MailConsent purpose="surveys" preferences={data} change={change} />
              </div>
            </Section>
          </>
        )}
      </div>
    </>
  );
}
