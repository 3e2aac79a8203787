"use client";

import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation.ts";
import { useState, type ReactNode } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { ButtonLink } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { Form } from "#design/form.tsx";
import { PasswordField } from "#design/password-field.tsx";
import { useFields } from "#design/use-fields.ts";
import { newPasswordHint, newPasswordProblem } from "#features/account/account-rules.ts";
import { useAccountWords } from "#features/account/use-account-words.ts";
import { useSessionChange } from "#features/account/session.ts";

const link = (words: ReactNode) => (
  <Link href="/account/forgotten" className="underline underline-offset-4">
    {words}
  </Link>
);

/** Where a mail's link leads that sets a new password. */
export function NewPasswordPage() {
  const t = useTranslations("signIn");
  const common = useTranslations("common");
  const rules = useTranslations("rules");
  const accountWords = useAccountWords();
  const client = useTRPCClient();
  const changed = useSessionChange();
  const [isDone, setDone] = useState(false);
  const [isOld, setOld] = useState(false);
  const form = useFields<"password">({
    prefix: "new",
    initial: { password: "" },
    validate: ({ password }) => ({ password: newPasswordProblem(password, rules) }),
  });
  const saving = useSaving<"password", string>({
    save: async (password) => {
      const token = new URLSearchParams(window.location.search).get("token") ?? "";
      await client.accounts.resetPassword.mutate({ token, password });
      await changed();
      return true;
    },
    onDone: () => setDone(true),
    keyOf: (pointer) => (pointer === "/password" ? "password" : undefined),
    refuse: form.refuse,
    explain: (problem) => {
      setOld(problem.reason === "auth.link_invalid" || problem.errors?.[0]?.pointer === "/token");
      return accountWords(problem);
    },
  });
  if (isDone)
    return (
      <>
        <FocusedHeading className="text-heading">{t("isSet")}</FocusedHeading>
        <p className="mt-3 mb-8 text-quiet">{t("isSetLead")}</p>
        <ButtonLink href="/account/sign-in">{t("title")}</ButtonLink>
      </>
    );
  return (
    <>
      <h1 className="text-heading">{t("setTitle")}</h1>
      <p className="mt-3 mb-8 text-quiet">{t("setLead")}</p>
      <Form
        label={t("setIt")}
        busyLabel={common("oneMoment")}
        onSubmit={form.onSubmit(({ password }) => void saving.submit(password))}
        fields={form}
        message={
          isOld
            ? t.rich("oldLink", {
                link,
              })
            : saving.message
        }
        saving={saving}
      >
        <PasswordField
          {...form.bind("password")}
          label={t("newPassword")}
          autoComplete="new-password"
          hint={newPasswordHint(rules)}
        />
      </Form>
    </>
  );
}
