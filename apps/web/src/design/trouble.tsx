import type { ReactNode } from "react";
import { Notice } from "#design/notice.tsx";

/** What went wrong. The place is there from the start, empty: only then is what comes into it read out everywhere. */
export function Trouble({
  className = "",
  children,
}: {
  className?: string;
  /** Undefined: nothing did. */
  children: ReactNode;
}) {
  return (
    <div role="alert" className={`empty:hidden ${className}`}>
      {children === undefined ? null : <Notice look="alert">{children}</Notice>}
    </div>
  );
}
