"use client";

import { useTranslations } from "next-intl";
import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentProps } from "react";
import { TextField } from "#design/field.tsx";

/** A password, which who types it may look at. */
export function PasswordField(field: Omit<ComponentProps<typeof TextField>, "type" | "action">) {
  const t = useTranslations("common");
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <TextField
      {...field}
      type={isShown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      action={
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={t("show", { label: field.label })}
          onClick={() => setShown(!isShown)}
          className="grid size-12 shrink-0 place-items-center rounded-small bg-sunken text-quiet transition-colors hover:bg-rule hover:text-ink"
        >
          <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
        </button>
      }
    />
  );
}
