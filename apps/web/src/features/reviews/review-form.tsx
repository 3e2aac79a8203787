"use client";

import type { Contribution } from "@meridian/api/reviews/contract/contributions.ts";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "#design/button.tsx";
import { TextAreaField, TextField } from "#design/field.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { Form } from "#design/form.tsx";
import { useFields, type Values } from "#design/use-fields.ts";
import { textProblem } from "#features/reviews/review-rules.ts";
import { StarsField } from "#features/reviews/stars-field.tsx";
import { useOwnContributions } from "#features/reviews/use-own-contributions.ts";
import { useWriting } from "#features/reviews/use-writing.ts";

const fields = ["rating", "title", "body", "displayName"] as const;
type Field = (typeof fields)[number];

/** A review being written. @param before what is there already; null: it is the first */
export function ReviewForm({
  handle,
  before,
  onDone,
}: {
  handle: string;
  before: Contribution | null;
  onDone: () => void;
}) {
  const t = useTranslations("reviews");
  const common = useTranslations("common");
  const language = useLocale();
  const { client, renew } = useOwnContributions(handle);
  const form = useFields<Field>({
    prefix: "review",
    initial: {
      rating: String(before?.rating ?? ""),
      title: before?.title ?? "",
      body: before?.body ?? "",
      displayName: before?.displayName ?? "",
    },
    validate: ({ rating, title, body, displayName }) => ({
      rating: rating === "" ? t("missing.rating") : undefined,
      title: textProblem("title", title, t),
      body: textProblem("body", body, t),
      displayName: textProblem("displayName", displayName, t),
    }),
  });
  const writing = useWriting<Field, Values<Field>>({
    fields,
    send: async (values) => {
      // Other stars are no other words.
      const isReworded = values.title !== before?.title || values.body !== before?.body;
      const content = {
        ...values,
        rating: Number(values.rating),
        ...(isReworded && { language }),
      };
      const { write, change } = client.reviews;
      const sent = await (before === null
        ? write.mutate({ handle, ...content })
        : change.mutate({
            contributionId: before.id,
            expectedVersion: before.version,
            ...content,
          }));
      await renew();
      return sent;
    },
    onDone,
    onConflict: () => void renew(),
    refuse: form.refuse,
  });
  return (
    <div className="rounded-stage bg-raised p-5 sm:p-6">
      <FocusedHeading level="h3" className="mb-4 text-title">
        {t(before === null ? "write" : "changeYours")}
      </FocusedHeading>
      <Form
        label={t("send")}
        onSubmit={form.onSubmit((values) => void writing.submit(values))}
        fields={form}
        saving={writing}
        aside={
          <Button look="bare" className="text-small" onClick={onDone}>
            {common("leaveIt")}
          </Button>
        }
      >
        <StarsField {...form.bind("rating")} />
        <TextField {...form.bind("title")} label={t("reviewTitle")} />
        <TextAreaField {...form.bind("body")} label={t("reviewBody")} rows={6} />
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
