"use client";

import { useTranslations } from "next-intl";
import type { ErrorInfo } from "next/error";
// Not from `next/error`, which brings the pages router's error page into every page.
import { catchError } from "next/dist/client/components/catch-error";

/** Around each live part of a page: when it breaks, the rest stands, and it can be tried again. */
function Broken({ what }: { what: string }, { reset }: ErrorInfo) {
  const t = useTranslations("common");
  return (
    <p className="flex min-h-7 items-center gap-2 text-small text-quiet">
      {t("broken", { what })}
      <button type="button" onClick={() => reset()} className="tap text-action underline">
        {t("tryAgain")}
      </button>
    </p>
  );
}

export const Hole = catchError(Broken);
