"use client";

import { addressInText } from "#features/account/sign-in/address-in-text.tsx";
import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation.ts";
import { useState, type ReactNode } from "react";
import { MailSent } from "#features/account/sign-in/mail-sent.tsx";
import { SignUpForm, type NewAccount } from "#features/account/sign-in/sign-up-form.tsx";

const link = (words: ReactNode) => (
  <Link href="/account/sign-in" className="text-action underline underline-offset-4">
    {words}
  </Link>
);

export function SignUpPage() {
  const t = useTranslations("signIn");
  const [typed, setTyped] = useState<NewAccount>({ name: "", email: "", password: "" });
  const [isSent, setSent] = useState(false);
  if (isSent)
    return (
      <MailSent kind="verification" email={typed.email} onBack={() => setSent(false)}>
        <p>{t.rich("verifySent", { email: typed.email, b: addressInText })}</p>
        <p>{t("bagComesAlong")}</p>
      </MailSent>
    );
  return (
    <>
      <h1 className="text-heading">{t("makeAccount")}</h1>
      <p className="mt-3 mb-8 text-quiet">
        {t.rich("makeLead", {
          link,
        })}
      </p>
      <SignUpForm
        initial={typed}
        onSent={(account) => {
          setTyped({ ...account, password: "" });
          setSent(true);
        }}
      />
    </>
  );
}
