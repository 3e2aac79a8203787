"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { Button } from "#design/button.tsx";
import { TextField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import { useFields } from "#design/use-fields.ts";
import { useAccountWords } from "#features/account/use-account-words.ts";

const kinds = {
  app: {
    autoComplete: "one-time-code",
    inputMode: "numeric",
    isRight: (code: string) => /^\d{6}$/.test(code),
    wrong: "sixDigits",
  },
  backup: {
    autoComplete: "off",
    inputMode: "text",
    isRight: (code: string) => code.length >= 6,
    wrong: "backupCode",
  },
} as const;

/** What is asked for after the password, where an account has an authenticator app. */
export function SecondStepForm({
  onSignedIn,
  onTooLate,
}: {
  onSignedIn: () => Promise<void>;
  /** It took too long: it begins with the password again. */
  onTooLate: () => void;
}) {
  const t = useTranslations("signIn");
  const common = useTranslations("common");
  const rules = useTranslations("rules");
  const accountWords = useAccountWords();
  const client = useTRPCClient();
  const [kind, setKind] = useState<keyof typeof kinds>("app");
  const { isRight, wrong, ...input } = kinds[kind];
  const form = useFields<"code">({
    prefix: "step",
    initial: { code: "" },
    validate: ({ code }) => (isRight(code.trim()) ? {} : { code: rules(wrong) }),
  });
  const saving = useSaving<"code", string>({
    save: async (code) => {
      const { signInWithTotp, signInWithBackupCode } = client.accounts;
      await (kind === "app" ? signInWithTotp : signInWithBackupCode).mutate({ code });
      await onSignedIn();
      return true;
    },
    onDone: () => undefined,
    keyOf: (pointer) => (pointer === "/code" ? "code" : undefined),
    refuse: form.refuse,
    explain: (problem) => {
      if (problem.reason === "auth.sign_in_again") {
        onTooLate();
        return {};
      }
      const words = accountWords(problem);
      return problem.reason === "auth.code_invalid" ? { code: words } : words;
    },
  });
  return (
    <Form
      label={common("goOn")}
      busyLabel={common("oneMoment")}
      onSubmit={form.onSubmit(({ code }) => void saving.submit(code.trim()))}
      fields={form}
      saving={saving}
      aside={
        <Button
          look="bare"
          className="text-small"
          onClick={() => {
            form.set("code", "");
            setKind(kind === "app" ? "backup" : "app");
          }}
        >
          {t(`${kind}.other`)}
        </Button>
      }
    >
      <TextField
        {...form.bind("code")}
        {...input}
        label={t(`${kind}.label`)}
        hint={t(`${kind}.hint`)}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        className="figures"
      />
    </Form>
  );
}
