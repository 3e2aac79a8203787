import { Link } from "#i18n/navigation.ts";
import type { ComponentProps } from "react";

const shape =
  "inline-flex items-center justify-center gap-2 rounded-pill px-6 min-h-12 font-medium text-body leading-tight text-center transition-[background-color,color,scale,opacity] active:scale-[0.98] disabled:opacity-55 disabled:active:scale-100 aria-disabled:opacity-55 forced-colors:border";
const looks = {
  action: "bg-action text-on-action hover:bg-action-strong",
  quiet: "bg-sunken text-ink hover:bg-rule",
  /** Quiet, where the ground is sunken already. */
  raised: "bg-raised text-ink hover:bg-rule",
  bare: "text-action hover:text-action-strong underline underline-offset-4 decoration-1 px-0! min-h-11",
} as const;
type Look = keyof typeof looks;

export function buttonClass(look: Look = "action", className = ""): string {
  return `${shape} ${looks[look]} ${className}`;
}

export function Button({
  look,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />;
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({
  look,
  className,
  ...rest
}: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link className={buttonClass(look, className)} {...rest} />;
}
