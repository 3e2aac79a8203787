"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { TextField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import { PasswordField } from "#design/password-field.tsx";
import { useFields } from "#design/use-fields.ts";
import {
  emailProblem,
  nameProblem,
  newPasswordHint,
  newPasswordProblem,
} from "#features/account/account-rules.ts";
import { useAccountWords } from "#features/account/use-account-words.ts";
import { UserNameField } from "#features/account/user-name-field.tsx";

const fields = ["name", "email", "password"] as const;
type Field = (typeof fields)[number];
export type NewAccount = Record<Field, string>;

/** Whether the address is known is told to nobody but by mail to it: the answer is the same. */
export function SignUpForm({
  initial,
  hasFixedEmail = false,
  onSent,
}: {
  initial: NewAccount;
  /** The address is that of an order: it is not asked for again. */
  hasFixedEmail?: boolean;
  onSent: (typed: NewAccount) => void;
}) {
  const t = useTranslations("signIn");
  const common = useTranslations("common");
  const rules = useTranslations("rules");
  const accountWords = useAccountWords();
  const client = useTRPCClient();
  const language = useLocale();
  const form = useFields<Field>({
    prefix: "sign-up",
    initial,
    validate: ({ name, email, password }) => ({
      name: nameProblem(name, rules),
      email: emailProblem(email, rules),
      password: newPasswordProblem(password, rules),
    }),
  });
  const saving = useSaving<Field, NewAccount>({
    save: async (typed) => {
      await client.accounts.signUp.mutate({ ...typed, language });
      onSent(typed);
      return true;
    },
    onDone: () => undefined,
    keyOf: (pointer) => fields.find((field) => pointer === `/${field}`),
    refuse: form.refuse,
    explain: accountWords,
  });
  return (
    <Form
      label={t("makeTheAccount")}
      busyLabel={common("oneMoment")}
      onSubmit={form.onSubmit(
        ({ name, email, password }) =>
          void saving.submit({ name: name.trim(), email: email.trim(), password }),
      )}
      fields={form}
      saving={saving}
    >
      <TextField {...form.bind("name")} label={t("yourName")} autoComplete="name" />
      {hasFixedEmail ? (
        <UserNameField email={initial.email} />
      ) : (
        <TextField
          {...form.bind("email")}
          label={t("email")}
          type="email"
          inputMode="email"
          autoComplete="username"
          spellCheck={false}
          hint={t("emailHint")}
        />
      )}
      <PasswordField
        {...form.bind("password")}
        label={t("password")}
        autoComplete="new-password"
        hint={newPasswordHint(rules)}
      />
    </Form>
  );
}
