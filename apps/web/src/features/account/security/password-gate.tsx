"use client";

import { useTranslations } from "next-intl";
import { useSaving } from "#api/use-saving.ts";
import { Button } from "#design/button.tsx";
import { Form } from "#design/form.tsx";
import { PasswordField } from "#design/password-field.tsx";
import { useFields } from "#design/use-fields.ts";
import { useSignedIn } from "#features/account/account-frame.tsx";
import { usePasswordWords } from "#features/account/security/use-password-words.ts";
import { UserNameField } from "#features/account/user-name-field.tsx";

/** Asks for the password before how one signs in is changed. */
export function PasswordGate({
  label,
  onPassword,
  onLeave,
}: {
  label: string;
  onPassword: (password: string) => Promise<void>;
  onLeave: () => void;
}) {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const rules = useTranslations("rules");
  const passwordWords = usePasswordWords();
  const user = useSignedIn();
  const form = useFields<"password">({
    prefix: "gate",
    initial: { password: "" },
    validate: ({ password }) => ({ password: password === "" ? rules("password") : undefined }),
  });
  const saving = useSaving<"password", string>({
    save: async (password) => {
      await onPassword(password);
      return true;
    },
    onDone: () => undefined,
    keyOf: (pointer) => (pointer === "/password" ? "password" : undefined),
    refuse: form.refuse,
    explain: passwordWords,
  });
  return (
    <Form
      label={label}
      busyLabel={common("oneMoment")}
      onSubmit={form.onSubmit(({ password }) => void saving.submit(password))}
      fields={form}
      saving={saving}
      aside={
        <Button look="bare" className="text-small" onClick={onLeave}>
          {common("leaveIt")}
        </Button>
      }
    >
      <UserNameField email={user.email} />
      <PasswordField
        {...form.bind("password")}
        ref={takeFocus}
        label={t("yourPassword")}
        autoComplete="current-password"
      />
    </Form>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
