import { useTranslations } from "next-intl";
import { Button } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
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
  return (
    <Notice
      look="alert"
      action={
        <Button look="bare" className="text-small" onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      }
    >
      <p role="alert">{t("notReached", { what })}</p>
    </Notice>
  );
}
