import { CircleAlert, Info } from "lucide-react";
import type { ReactNode } from "react";

const looks = {
  alert: { Icon: CircleAlert, className: "bg-alert-wash text-alert" },
  note: { Icon: Info, className: "bg-sunken text-ink" },
} as const;

/** A word on something at the place where it is, with what can be done about it. */
export function Notice({
  look = "note",
  children,
  action,
  className = "",
}: {
  look?: keyof typeof looks;
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const { Icon, className: colors } = looks[look];
  return (
    <div
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 rounded-small px-3 py-2 text-small ${colors} ${className}`}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0 self-start mt-1" />
      <div className="min-w-0 flex-1 basis-40">{children}</div>
      {action}
    </div>
  );
}
