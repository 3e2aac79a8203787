"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

export type FieldProblem = { id: string; message: string };

/** What is wrong with a form, as links to the fields. Takes the focus when it appears. */
export function ErrorSummary({ problems }: { problems: readonly FieldProblem[] }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const t = useTranslations("common");
  const count = problems.length;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="group"
      aria-label={t("fieldsNeedALook", { count })}
      className="rounded-small bg-alert-wash px-4 py-3 text-small text-alert"
    >
      <p className="font-semibold">{t("fieldsToMend", { count })}</p>
      <ul className="mt-1">
        {problems.map(({ id, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-flex min-h-6 items-center underline underline-offset-4"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
