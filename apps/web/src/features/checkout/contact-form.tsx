"use client";

import { TextField } from "#design/field.tsx";
import { useFields } from "#design/use-fields.ts";
import type { Fields } from "#features/checkout/checkout-client.ts";
import { StepForm } from "#features/checkout/step-form.tsx";
import { useSaving } from "#features/checkout/use-saving.ts";

const looksLikeMail = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

function validate({ email }: { email: string }) {
  if (email.trim() === "") return { email: "Enter your e-mail address." };
  return looksLikeMail.test(email.trim())
    ? {}
    : { email: "That is not an e-mail address, such as ana@example.com." };
}

export function ContactForm({
  email,
  save,
  onDone,
}: {
  email: string | null;
  save: (fields: Fields) => Promise<boolean>;
  onDone: () => void;
}) {
  const form = useFields({ prefix: "contact", initial: { email: email ?? "" }, validate });
  const saving = useSaving({
    save,
    onDone,
    keyOf: (pointer) => (pointer === "/email" ? "email" : undefined),
    refuse: form.refuse,
  });
  return (
    <StepForm
      label="On to the address"
      onSubmit={form.onSubmit((values) => void saving.submit({ email: values.email.trim() }))}
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
        autoComplete="email"
        spellCheck={false}
        hint="For the receipt and news of the parcel. Nothing else."
      />
    </StepForm>
  );
}
