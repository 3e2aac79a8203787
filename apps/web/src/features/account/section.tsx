import type { ReactNode } from "react";

/** One matter of an account's page. */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="rounded-stage bg-raised p-5 sm:p-7">
      <h2 id={id} className="text-title">
        {title}
      </h2>
      {lead ? <p className="mt-2 max-w-prose text-quiet">{lead}</p> : null}
      {children ? <div className="mt-5 max-w-xl">{children}</div> : null}
    </section>
  );
}
