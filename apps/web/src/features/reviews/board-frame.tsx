import type { ReactNode } from "react";

/** The rating at the side, the reviews beside it. */
export function BoardFrame({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[18rem_minmax(0,1fr)] lg:items-start">
      <div className="grid gap-6">{side}</div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
