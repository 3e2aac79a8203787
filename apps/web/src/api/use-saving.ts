"use client";

import { useState } from "react";
import { useFieldProblems, type Explain } from "#api/use-field-problems.ts";
import type { Errors } from "#design/use-fields.ts";

/** Sends a form and goes on; a refusal goes to its fields, or above the button. */
export function useSaving<K extends string, Input>(options: {
  /** False: it came to nothing, and the page says so by itself. */
  save: (input: Input) => Promise<boolean>;
  onDone: () => void;
  keyOf: (pointer: string) => K | undefined;
  refuse?: (errors: Errors<K>) => void;
  explain?: Explain<K>;
}) {
  const { save, onDone, keyOf, refuse, explain } = options;
  const fieldsOf = useFieldProblems();
  const [isSaving, setSaving] = useState(false);
  const [message, setMessage] = useState<string>();
  const submit = async (input: Input) => {
    if (isSaving) return;
    setSaving(true);
    setMessage(undefined);
    try {
      if (await save(input)) onDone();
    } catch (error) {
      const { errors, message: words } = fieldsOf(error, keyOf, explain);
      if (Object.keys(errors).length > 0) refuse?.(errors);
      setMessage(words);
    }
    setSaving(false);
  };
  return { isSaving, message, submit };
}
