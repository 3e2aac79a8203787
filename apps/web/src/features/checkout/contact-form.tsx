"use client";

import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation.ts";
import { TextField } from "#design/field.tsx";
import { useFields } from "#design/use-fields.ts";
import { emailProblem } from "#features/account/account-rules.ts";
import { useUser } from "#features/account/session.ts";
import type { Fields } from "#features/checkout/checkout-client.ts";
import { Form } from "#design/form.tsx";
import { useSaving } from "#api/use-saving.ts";

export function ContactForm({
  email,
  save,
  onDone,
}: {
  email: string | null;
  save: (fields: Fields) => Promise<boolean>;
  onDone: () => void;
}) {
  const t = useTranslations("checkout");
  const rules = useTranslations("rules");
  const form = useFields({
    prefix: "contact",
    initial: { email: email ?? "" },
    validate: (typed) => ({ email: emailProblem(typed.email, rules) }),
  });
  const { user } = useUser();
  const saving = useSaving<"email", Fields>({
    save,
    onDone,
    keyOf: (pointer) => (pointer === "/email" ? "email" : undefined),
    refuse: form.refuse,
  });
  return (
    <Form
      label={t("onToAddress")}
      onSubmit={form.onSubmit((values) => void saving.submit({ email: values.email.trim() }))}
      fields={form}
      saving={saving}
      aside={
        user === null ? (
          <Link
            href="/account/sign-in?next=/checkout"
            className="inline-flex min-h-11 items-center text-small text-action underline underline-offset-4"
          >
            {t("signInInstead")}
          </Link>
        ) : null
      }
    >
      <TextField
        {...form.bind("email")}
        label={t("email")}
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
        hint={t("emailHint")}
      />
    </Form>
  );
}
