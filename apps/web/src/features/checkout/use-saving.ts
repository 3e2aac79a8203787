"use client";

import { useState } from "react";
import type { Errors } from "#design/use-fields.ts";
import type { Fields } from "#features/checkout/checkout-client.ts";
import { fieldsOf } from "#features/checkout/save-problem.ts";

/** Saves a step and goes on; a refusal goes to its fields, or above the button. */
export function useSaving<K extends string>(options: {
  save: (fields: Fields) => Promise<boolean>;
  onDone: () => void;
  keyOf: (pointer: string) => K | undefined;
  refuse?: (errors: Errors<K>) => void;
}) {
  const { save, onDone, keyOf, refuse } = options;
  const [isSaving, setSaving] = useState(false);
  const [message, setMessage] = useState<string>();
  const submit = async (fields: Fields) => {
    if (isSaving) return;
    setSaving(true);
    setMessage(undefined);
    try {
      if (await save(fields)) onDone();
    } catch (error) {
      const { errors, message: words } = fieldsOf(error, keyOf);
      if (Object.keys(errors).length > 0) refuse?.(errors);
      setMessage(words);
    }
    setSaving(false);
  };
  return { isSaving, message, submit };
}
