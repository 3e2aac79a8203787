"use client";

import { useTranslations } from "next-intl";
import { OnItsWay } from "#design/on-its-way.tsx";
import { Section } from "#features/account/section.tsx";
import { PasskeyList } from "#features/account/security/passkey-list.tsx";
import { PasswordForm } from "#features/account/security/password-form.tsx";
import { TotpOff } from "#features/account/security/totp-off.tsx";
import { TotpOn } from "#features/account/security/totp-on.tsx";
import { useTotp } from "#features/account/security/use-totp.ts";

/** How one signs in. */
export function SecurityPage() {
  const t = useTranslations("account");
  return (
    <>
      <h1 className="mb-6 text-heading lg:mb-8">{t("security")}</h1>
      <div className="grid gap-4">
        <Section id="passkeys" title={t("passkeys")} lead={t("passkeysLead")}>
          <PasskeyList />
        </Section>
        <Section id="password" title={t("passwordTitle")} lead={t("passwordLead")}>
          <PasswordForm />
        </Section>
        <SecondStep />
      </div>
    </>
  );
}

function SecondStep() {
  const t = useTranslations("account");
  const { data, isTroubled, retry } = useTotp();
  return (
    <Section id="totp" title={t("secondStep")} lead={t("secondStepLead")}>
      {data === undefined ? (
        <OnItsWay what={t("theSecondStep")} isTroubled={isTroubled} onRetry={retry} />
      ) : data.isOn ? (
        <TotpOn />
      ) : (
        <TotpOff />
      )}
    </Section>
  );
}
