"use client";

import { useTranslations } from "next-intl";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { TextField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import { useFields } from "#design/use-fields.ts";
import { useSignedIn } from "#features/account/account-frame.tsx";
import { nameProblem } from "#features/account/account-rules.ts";
import { Saved } from "#features/account/saved.tsx";
import { userKey } from "#features/account/session.ts";

export function NameForm() {
  const t = useTranslations("account");
  const rules = useTranslations("rules");
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const user = useSignedIn();
  const [isSaved, setSaved] = useState(false);
  const form = useFields<"name">({
    prefix: "user",
    initial: { name: user.name },
    validate: ({ name }) => ({ name: nameProblem(name, rules) }),
  });
  const saving = useSaving<"name", string>({
    save: async (name) => {
      queryClient.setQueryData(userKey, await client.accounts.updateMe.mutate({ name }));
      return true;
    },
    onDone: () => setSaved(true),
    keyOf: (pointer) => (pointer === "/name" ? "name" : undefined),
    refuse: form.refuse,
  });
  return (
    <Form
      label={t("saveName")}
      onSubmit={form.onSubmit(({ name }) => {
        setSaved(false);
        void saving.submit(name.trim());
      })}
      fields={form}
      saving={saving}
      aside={<Saved isShown={isSaved} />}
    >
      <TextField {...form.bind("name")} label={t("callYou")} autoComplete="name" />
    </Form>
  );
}
