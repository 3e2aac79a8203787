"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { TextField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import { useFields } from "#design/use-fields.ts";
import { emailProblem, errorsOf } from "#features/account/account-rules.ts";
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
  const common = useTranslations("common");
  const rules = useTranslations("rules");
  const accountWords = useAccountWords();
  const client = useTRPCClient();
  const language = useLocale();
  const form = useFields<"email">({
    prefix: "link",
    initial: { email },
    validate: (typed) => errorsOf({ email: emailProblem(typed.email, rules) }),
  });
  const saving = useSaving<"email", string>({
    save: async (to) => {
      const { sendVerification, requestPasswordReset } = client.accounts;
      const send = kind === "verification" ? sendVerification : requestPasswordReset;
      await send.mutate({ email: to, language });
      onSent(to);
      return true;
    },
    onDone: () => undefined,
    keyOf: (pointer) => (pointer === "/email" ? "email" : undefined),
    refuse: form.refuse,
    explain: accountWords,
  });
  return (
    <Form
      label={t("sendLink")}
      busyLabel={common("oneMoment")}
      onSubmit={form.onSubmit((typed) => void saving.submit(typed.email.trim()))}
      problems={form.problems}
      failures={form.failures}
      message={saving.message}
      isSaving={saving.isSaving}
    >
      <TextField
        {...form.bind("email")}
        label={t("email")}
        type="email"
        inputMode="email"
        autoComplete="username"
        spellCheck={false}
      />
    </Form>
  );
}
