import { useTranslations } from "next-intl";
import { NotReached } from "#design/not-reached.tsx";
import { Skeleton } from "#design/skeleton.tsx";

/** In the place of what is being fetched, or can't be had now. */
export function OnItsWay({
  what,
  isTroubled,
  onRetry,
}: {
  what: string;
  isTroubled: boolean;
  onRetry: () => void;
}) {
  const t = useTranslations("common");
  if (!isTroubled)
    return (
      <div role="status" aria-label={t("onItsWay", { what })} className="grid gap-4">
        <Skeleton className="h-32 rounded-stage" />
        <Skeleton className="h-32 rounded-stage" />
      </div>
    );
  return <NotReached onRetry={onRetry}>{t("notReached", { what })}</NotReached>;
}
