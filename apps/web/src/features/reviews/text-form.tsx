"use client";

import type { Contribution } from "@meridian/api/reviews/contract/contributions.ts";
import { useTranslations } from "next-intl";
import { Button } from "#design/button.tsx";
import { TextAreaField, TextField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import { useFields, type Values } from "#design/use-fields.ts";
import { textProblem } from "#features/reviews/review-rules.ts";
import { useWriting } from "#features/reviews/use-writing.ts";

const fields = ["body", "displayName"] as const;
type Field = (typeof fields)[number];

/** A question or an answer being written. */
export function TextForm({
  label,
  send,
  onDone,
  onLeave,
}: {
  /** Of the text. */
  label: string;
  send: (values: Values<Field>) => Promise<Contribution>;
  onDone: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations("reviews");
  const common = useTranslations("common");
  const form = useFields<Field>({
    prefix: "contribution",
    initial: { body: "", displayName: "" },
    validate: ({ body, displayName }) => ({
      body: textProblem("body", body, t),
      displayName: textProblem("displayName", displayName, t),
    }),
  });
  const writing = useWriting<Field, Values<Field>>({
    fields,
    send,
    onDone,
    onConflict: () => undefined,
    refuse: form.refuse,
  });
  return (
    <div className="max-w-xl rounded-stage bg-raised p-5">
      <Form
        label={t("send")}
        onSubmit={form.onSubmit((values) => void writing.submit(values))}
        fields={form}
        saving={writing}
        aside={
          <Button look="bare" className="text-small" onClick={onLeave}>
            {common("leaveIt")}
          </Button>
        }
      >
        <TextAreaField {...form.bind("body")} label={label} rows={4} />
        <TextField
          {...form.bind("displayName")}
          label={t("displayName")}
          hint={t("displayNameHint")}
          autoComplete="nickname"
        />
      </Form>
    </div>
  );
}
