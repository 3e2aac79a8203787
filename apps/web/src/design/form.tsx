"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { useIsHydrated } from "#browser/use-is-hydrated.ts";
import { Button } from "#design/button.tsx";
import { ErrorSummary, type FieldProblem } from "#design/error-summary.tsx";
import { Trouble } from "#design/trouble.tsx";

/** A form: what is wrong above, the fields, one button that says what it does or where it goes. */
export function Form({
  label,
  busyLabel,
  onSubmit,
  fields,
  saving,
  message = saving.message,
  aside,
  children,
}: {
  label: string;
  busyLabel?: string;
  onSubmit: (event: FormEvent) => void;
  /** What `useFields` says of them. */
  fields?: { problems: readonly FieldProblem[]; failures: number };
  /** What `useSaving` says of it. */
  saving: { isSaving: boolean; message: ReactNode };
  /** About the whole form, where another word stands above that of `saving`. */
  message?: ReactNode;
  /** Another way on, beside the button. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  const isHydrated = useIsHydrated();
  return (
    // "post": what is sent before the page is alive does not end up in an address.
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-4">
      {fields && fields.problems.length > 0 ? (
        <ErrorSummary key={fields.failures} problems={fields.problems} />
      ) : null}
      {children}
      <Trouble>{message}</Trouble>
      <div className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button
          type="submit"
          disabled={!isHydrated}
          aria-disabled={saving.isSaving}
          className="w-full disabled:opacity-100! sm:w-auto"
        >
          {saving.isSaving ? (busyLabel ?? t("saving")) : label}
        </Button>
        {aside}
      </div>
    </form>
  );
}
