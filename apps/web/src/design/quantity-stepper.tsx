"use client";

import { useTranslations } from "next-intl";
import { NumberField } from "@base-ui/react/number-field";
import { Minus, Plus } from "lucide-react";
import { useState, type KeyboardEvent } from "react";

const stepClass =
  "grid size-11 place-items-center rounded-pill text-ink transition-colors hover:bg-rule disabled:text-quiet disabled:opacity-50 disabled:hover:bg-transparent";

function commitOnEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== "Enter") return;
  event.currentTarget.blur();
  event.currentTarget.focus();
}

/** How many: by button, arrow key or typing. What is typed counts when the field is left. */
export function QuantityStepper({
  value,
  label,
  onCommit,
  max = 999,
}: {
  value: number;
  /** Names the thing: several steppers stand on one page. */
  label: string;
  onCommit: (quantity: number) => void;
  max?: number;
}) {
  const t = useTranslations("common");
  const [draft, setDraft] = useState<number | null>();
  return (
    <NumberField.Root
      value={draft === undefined ? value : draft}
      min={1}
      max={max}
      format={{ useGrouping: false, maximumFractionDigits: 0 }}
      onValueChange={setDraft}
      onValueCommitted={(next) => {
        setDraft(undefined);
        if (next !== null && next !== value) onCommit(next);
      }}
    >
      <NumberField.Group className="inline-flex items-center rounded-pill bg-sunken forced-colors:border">
        <NumberField.Decrement className={stepClass} aria-label={t("oneLess", { label })}>
          <Minus aria-hidden="true" className="size-4" />
        </NumberField.Decrement>
        <NumberField.Input
          aria-label={t("quantity", { label })}
          className="figures h-11 w-9 rounded-small bg-transparent text-center font-medium"
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => setDraft((typed) => (typed === null ? undefined : typed))}
          onKeyDown={commitOnEnter}
        />
        <NumberField.Increment className={stepClass} aria-label={t("oneMore", { label })}>
          <Plus aria-hidden="true" className="size-4" />
        </NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  );
}
