import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import { Skeleton } from "#design/skeleton.tsx";

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

/** In the place of what is on its way, or can't be had. */
export function Waiting({
  what,
  isTroubled,
  onRetry,
}: {
  what: string;
  isTroubled: boolean;
  onRetry: () => void;
}) {
  const t = useTranslations("account");
  const common = useTranslations("common");
  if (!isTroubled)
    return (
      <div role="status" aria-label={t("waiting", { what })} className="grid gap-3">
        <Skeleton className="h-28 rounded-stage" />
        <Skeleton className="h-28 rounded-stage" />
      </div>
    );
  return (
    <Notice
      look="alert"
      action={
        <Button look="bare" className="text-small" onClick={onRetry}>
          {common("tryAgain")}
        </Button>
      }
    >
      <p role="alert">{t("notReached", { what })}</p>
    </Notice>
  );
}
