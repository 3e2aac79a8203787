import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";

/** In the place of what can't be had now, with the way to ask for it again. */
export function NotReached({ onRetry, children }: { onRetry: () => void; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <Notice
      look="alert"
      action={
        <Button look="bare" className="text-small" onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      }
    >
      <p role="alert">{children}</p>
    </Notice>
  );
}
