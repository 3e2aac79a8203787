import { useTranslations } from "next-intl";
import { CircleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

const control =
  "min-h-12 w-full rounded-small border border-edge bg-raised px-3.5 text-body transition-colors hover:border-ink aria-invalid:border-alert aria-invalid:bg-alert-wash disabled:opacity-60";

type Frame = {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean;
};

function Framed({ id, label, hint, error, isOptional, children }: Frame & { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-small font-medium wrap-anywhere">
        {label}
        {isOptional ? <span className="font-normal text-quiet"> {t("optional")}</span> : null}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-caption text-quiet">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-small text-alert">
          <CircleAlert aria-hidden="true" className="mt-1 size-4 shrink-0" />
          {error}
        </p>
      ) : null}
    </div>
  );
}

function described({ id, hint, error }: Frame) {
  const by = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    ...(by && { "aria-describedby": by }),
    ...(error && { "aria-invalid": true as const }),
  };
}

/** A labelled input with its hint and its error, tied together for those who hear them. */
export function TextField({
  label,
  hint,
  error,
  isOptional = false,
  action,
  className = "",
  ...input
}: Frame &
  Omit<ComponentProps<"input">, "id"> & {
    /** A button that belongs to this field alone. */
    action?: ReactNode;
  }) {
  const frame = { id: input.id, label, hint, error, isOptional };
  return (
    <Framed {...frame}>
      <div className="flex gap-2">
        <input
          {...input}
          {...described(frame)}
          required={!isOptional}
          className={`${control} ${className}`}
        />
        {action}
      </div>
    </Framed>
  );
}

/** Several lines of text. */
export function TextAreaField({
  label,
  hint,
  error,
  isOptional = false,
  ...area
}: Frame & Omit<ComponentProps<"textarea">, "id">) {
  const frame = { id: area.id, label, hint, error, isOptional };
  return (
    <Framed {...frame}>
      <textarea
        {...area}
        {...described(frame)}
        required={!isOptional}
        className={`${control} py-3`}
      />
    </Framed>
  );
}

export type Option = { value: string; label: string };

/** A native select: the platform's own list, with typing ahead. */
export function SelectField({
  label,
  hint,
  error,
  isOptional = false,
  options,
  placeholder,
  ...select
}: Frame &
  Omit<ComponentProps<"select">, "id"> & { options: readonly Option[]; placeholder?: string }) {
  const frame = { id: select.id, label, hint, error, isOptional };
  return (
    <Framed {...frame}>
      <select {...select} {...described(frame)} required={!isOptional} className={control}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Framed>
  );
}
