"use client";

import { addressInText } from "#features/account/sign-in/address-in-text.tsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MailSent } from "#features/account/sign-in/mail-sent.tsx";
import { SendLinkForm } from "#features/account/sign-in/send-link-form.tsx";

/** Whether there is such an account is told by mail alone. */
export function ForgottenPage() {
  const t = useTranslations("signIn");
  const [email, setEmail] = useState("");
  const [isSent, setSent] = useState(false);
  if (isSent)
    return (
      <MailSent kind="passwordReset" email={email} onBack={() => setSent(false)}>
        <p>{t.rich("resetSent", { email, b: addressInText })}</p>
      </MailSent>
    );
  return (
    <>
      <h1 className="text-heading">{t("newPasswordTitle")}</h1>
      <p className="mt-3 mb-8 text-quiet">{t("newPasswordLead")}</p>
      <SendLinkForm
        kind="passwordReset"
        email={email}
        onSent={(to) => {
          setEmail(to);
          setSent(true);
        }}
      />
    </>
  );
}
