"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTRPCClient } from "#api/browser.tsx";
import { EmailForm } from "#features/account/email-form.tsx";
import { useAccountWords } from "#features/account/use-account-words.ts";

/** Asks where to send a link to. */
export function SendLinkForm({
  kind,
  email,
  onSent,
}: {
  kind: "verification" | "passwordReset";
  email: string;
  onSent: (email: string) => void;
}) {
  const t = useTranslations("signIn");
  const explain = useAccountWords();
  const { sendVerification, requestPasswordReset } = useTRPCClient().accounts;
  const language = useLocale();
  const ask = kind === "verification" ? sendVerification : requestPasswordReset;
  return (
    <EmailForm
      prefix="link"
      email={email}
      words={{ email: t("email"), send: t("sendLink") }}
      autoComplete="username"
      send={(to) => ask.mutate({ email: to, language })}
      onSent={onSent}
      explain={explain}
    />
  );
}
