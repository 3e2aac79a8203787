import { useTranslations } from "next-intl";
import { Button } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import type { Language } from "#i18n/languages.ts";

/** Takes the consent back, without a sign-in: who has the mail may. */
export function StopSurveys({
  token,
  language,
  isStopped,
}: {
  token: string;
  language: Language;
  isStopped: boolean;
}) {
  const t = useTranslations("survey");
  return (
    <div className="mt-10 border-t border-rule pt-6">
      {isStopped ? (
        <div role="status">
          <Notice>{t("stopped")}</Notice>
        </div>
      ) : (
        <form
          method="post"
          action={`/surveys/unsubscribe?token=${encodeURIComponent(token)}`}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1"
        >
          <p className="text-small text-quiet">{t("stopLead")}</p>
          <input type="hidden" name="language" value={language} />
          <Button type="submit" look="bare">
            {t("stop")}
          </Button>
        </form>
      )}
    </div>
  );
}
