"use client";

import { hidden } from "#design/hidden.tsx";
import { useTranslations } from "next-intl";
import { Check } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";

/** One step of the checkout: open, or folded to what was entered, or still to come. */
export function CheckoutStep({
  number,
  title,
  what,
  state,
  takesFocus,
  summary,
  onChange,
  children,
}: {
  number: number;
  title: string;
  /** The same within a sentence. */
  what: string;
  state: "open" | "done" | "ahead";
  /** When it opens because the step before it is done. */
  takesFocus: boolean;
  summary: ReactNode;
  /** Opens it again; absent while nothing can be changed. */
  onChange?: (() => void) | undefined;
  children: ReactNode;
}) {
  const t = useTranslations("checkout");
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = state === "open";
  useEffect(() => {
    if (isOpen && takesFocus) heading.current?.focus();
  }, [isOpen, takesFocus]);
  const id = `step-${number}`;
  return (
    <section
      aria-labelledby={id}
      className={`rounded-stage px-5 transition-colors sm:px-7 ${isOpen ? "bg-raised py-5 shadow-lift sm:py-7" : "py-2"}`}
    >
      <div className="flex items-center gap-3.5">
        <span
          aria-hidden="true"
          className={`figures grid size-8 shrink-0 place-items-center rounded-pill text-small font-semibold ${isOpen ? "bg-ink text-paper" : "bg-sunken text-quiet"}`}
        >
          {state === "done" ? <Check className="size-4" /> : number}
        </span>
        <h2
          ref={heading}
          id={id}
          tabIndex={-1}
          className={`flex-1 scroll-mt-40 text-title outline-none ${state === "ahead" ? "text-quiet" : ""}`}
        >
          {title}
        </h2>
        {state === "done" && onChange ? (
          <button
            type="button"
            onClick={onChange}
            className="min-h-11 rounded-pill px-3 text-small font-medium text-action hover:bg-sunken"
          >
            {t.rich("change", { what, hidden })}
          </button>
        ) : null}
      </div>
      {isOpen ? <div className="mt-5">{children}</div> : null}
      {state === "done" ? (
        <div className="mt-1 pl-11.5 wrap-anywhere text-quiet">{summary}</div>
      ) : null}
    </section>
  );
}
