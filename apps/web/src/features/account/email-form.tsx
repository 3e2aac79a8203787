"use client";

import { useTranslations } from "next-intl";
import { useSaving } from "#api/use-saving.ts";
import { TextField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import { useFields } from "#design/use-fields.ts";
import { emailProblem } from "#features/account/account-rules.ts";

type Props = {
  /** Tells its field from others on the page. */
  prefix: string;
  email: string;
  words: { email: string; send: string };
  autoComplete: "username" | "email";
  send: (email: string) => Promise<unknown>;
  onSent: (email: string) => void;
  explain: Parameters<typeof useSaving<"email", string>>[0]["explain"];
};

/** Asks where something is to be sent to. */
export function EmailForm({ prefix, email, words, autoComplete, send, onSent, explain }: Props) {
  const common = useTranslations("common");
  const rules = useTranslations("rules");
  const form = useFields<"email">({
    prefix,
    initial: { email },
    validate: (typed) => ({ email: emailProblem(typed.email, rules) }),
  });
  const saving = useSaving<"email", string>({
    save: async (to) => {
      await send(to);
      onSent(to);
      return true;
    },
    onDone: () => undefined,
    keyOf: (pointer) => (pointer === "/email" ? "email" : undefined),
    refuse: form.refuse,
    explain,
  });
  return (
    <Form
      label={words.send}
      busyLabel={common("oneMoment")}
      onSubmit={form.onSubmit((typed) => void saving.submit(typed.email.trim()))}
      fields={form}
      saving={saving}
    >
      <TextField
        {...form.bind("email")}
        label={words.email}
        type="email"
        inputMode="email"
        autoComplete={autoComplete}
        spellCheck={false}
      />
    </Form>
  );
}
