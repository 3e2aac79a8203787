import type { ComponentProps, ReactNode } from "react";

/** One thing to agree to, whose whole words can be pressed. */
export function CheckField({
  label,
  hint,
  ...input
}: { id: string; label: string; hint?: ReactNode } & Omit<
  ComponentProps<"input">,
  "id" | "type" | "className"
>) {
  const hintId = `${input.id}-hint`;
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <input
        {...input}
        type="checkbox"
        {...(hint ? { "aria-describedby": hintId } : {})}
        className="mt-2.5 size-6 accent-action"
      />
      <label htmlFor={input.id} className="flex min-h-11 items-center">
        {label}
      </label>
      {hint ? (
        <p id={hintId} className="col-start-2 text-small text-quiet">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
