"use client";

import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { Button } from "#design/button.tsx";
import { TextField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import { useFields } from "#design/use-fields.ts";
import { accountWords } from "#features/account/account-words.ts";

const kinds = {
  app: {
    label: "Six digits",
    hint: "Your authenticator app shows them, new ones every 30 seconds.",
    other: "Use a backup code",
    autoComplete: "one-time-code",
    inputMode: "numeric",
    problem: (code: string) => (/^\d{6}$/.test(code) ? undefined : "A code has six digits."),
  },
  backup: {
    label: "Backup code",
    hint: "One of those that you kept. Each is good once.",
    other: "Use the app",
    autoComplete: "off",
    inputMode: "text",
    problem: (code: string) => (code.length >= 6 ? undefined : "Enter one of your backup codes."),
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
  const client = useTRPCClient();
  const [kind, setKind] = useState<keyof typeof kinds>("app");
  const { label, hint, other, problem: problemOf, ...input } = kinds[kind];
  const form = useFields<"code">({
    prefix: "step",
    initial: { code: "" },
    validate: ({ code }) => {
      const problem = problemOf(code.trim());
      return problem === undefined ? {} : { code: problem };
    },
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
      label="Go on"
      busyLabel="One moment…"
      onSubmit={form.onSubmit(({ code }) => void saving.submit(code.trim()))}
      problems={form.problems}
      failures={form.failures}
      message={saving.message}
      isSaving={saving.isSaving}
      aside={
        <Button
          look="bare"
          className="text-small"
          onClick={() => {
            form.set("code", "");
            setKind(kind === "app" ? "backup" : "app");
          }}
        >
          {other}
        </Button>
      }
    >
      <TextField
        {...form.bind("code")}
        {...input}
        label={label}
        hint={hint}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        className="figures"
      />
    </Form>
  );
}
