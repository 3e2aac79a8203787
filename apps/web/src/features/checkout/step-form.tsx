"use client";

import type { FormEvent, ReactNode } from "react";
import { Button } from "#design/button.tsx";
import { ErrorSummary, type FieldProblem } from "#design/error-summary.tsx";
import { Notice } from "#design/notice.tsx";

/** The form of a step: what is wrong above, the fields, one button that says where it goes. */
export function StepForm({
  label,
  onSubmit,
  problems,
  failures,
  message,
  isSaving,
  children,
}: {
  label: string;
  onSubmit: (event: FormEvent) => void;
  problems: readonly FieldProblem[];
  failures: number;
  /** About the whole form. */
  message: string | undefined;
  isSaving: boolean;
  children: ReactNode;
}) {
  return (
    <form noValidate onSubmit={onSubmit} className="grid gap-4">
      {problems.length > 0 ? <ErrorSummary key={failures} problems={problems} /> : null}
      {children}
      <div role="alert" className="empty:hidden">
        {message === undefined ? null : <Notice look="alert">{message}</Notice>}
      </div>
      <Button
        type="submit"
        aria-disabled={isSaving}
        className="mt-1 w-full sm:w-auto sm:justify-self-start"
      >
        {isSaving ? "Saving…" : label}
      </Button>
    </form>
  );
}
