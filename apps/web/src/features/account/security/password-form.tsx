"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { Form } from "#design/form.tsx";
import { PasswordField } from "#design/password-field.tsx";
import { useFields, type Values } from "#design/use-fields.ts";
import { useSignedIn } from "#features/account/account-frame.tsx";
import { newPasswordHint, newPasswordProblem } from "#features/account/account-rules.ts";
import { Saved } from "#features/account/saved.tsx";
import { usePasswordWords } from "#features/account/security/use-password-words.ts";
import { UserNameField } from "#features/account/user-name-field.tsx";

type Field = "password" | "newPassword";

export function PasswordForm() {
  /** Another one after each change: what was typed is not left in the page. */
  const [changes, setChanges] = useState(0);
  return <Fields key={changes} isChanged={changes > 0} onChanged={() => setChanges(changes + 1)} />;
}

function Fields({ isChanged, onChanged }: { isChanged: boolean; onChanged: () => void }) {
  const t = useTranslations("account");
  const rules = useTranslations("rules");
  const passwordWords = usePasswordWords();
  const client = useTRPCClient();
  const user = useSignedIn();
  const form = useFields<Field>({
    prefix: "change",
    initial: { password: "", newPassword: "" },
    validate: ({ password, newPassword }) => ({
      password: password === "" ? rules("presentPassword") : undefined,
      newPassword: newPasswordProblem(newPassword, rules),
    }),
  });
  const saving = useSaving<Field, Values<Field>>({
    save: async (typed) => {
      await client.accounts.changePassword.mutate(typed);
      return true;
    },
    onDone: onChanged,
    keyOf: (pointer) => (pointer === "/newPassword" ? "newPassword" : undefined),
    refuse: form.refuse,
    explain: passwordWords,
  });
  return (
    <Form
      label={t("changePassword")}
      onSubmit={form.onSubmit((typed) => void saving.submit(typed))}
      fields={form}
      saving={saving}
      aside={<Saved isShown={isChanged} words={t("changed")} />}
    >
      <UserNameField email={user.email} />
      <PasswordField
        {...form.bind("password")}
        label={t("presentPassword")}
        autoComplete="current-password"
      />
      <PasswordField
        {...form.bind("newPassword")}
        label={t("newPassword")}
        autoComplete="new-password"
        hint={newPasswordHint(rules)}
      />
    </Form>
  );
}
