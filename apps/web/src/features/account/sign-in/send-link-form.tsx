"use client";

import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { TextField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import { useFields } from "#design/use-fields.ts";
import { emailProblem, errorsOf } from "#features/account/account-rules.ts";
import { accountWords } from "#features/account/account-words.ts";

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
  const client = useTRPCClient();
  const form = useFields<"email">({
    prefix: "link",
    initial: { email },
    validate: (typed) => errorsOf({ email: emailProblem(typed.email) }),
  });
  const saving = useSaving<"email", string>({
    save: async (to) => {
      const { sendVerification, requestPasswordReset } = client.accounts;
      const send = kind === "verification" ? sendVerification : requestPasswordReset;
      await send.mutate({ email: to });
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
      label="Send the link"
      busyLabel="One moment…"
      onSubmit={form.onSubmit((typed) => void saving.submit(typed.email.trim()))}
      problems={form.problems}
      failures={form.failures}
      message={saving.message}
      isSaving={saving.isSaving}
    >
      <TextField
        {...form.bind("email")}
        label="E-mail"
        type="email"
        inputMode="email"
        autoComplete="username"
        spellCheck={false}
      />
    </Form>
  );
}
