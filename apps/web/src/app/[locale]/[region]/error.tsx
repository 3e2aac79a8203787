"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "#design/button.tsx";

/** When a page can't be made. The reference is what the server's log says too. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errorPage");
  const common = useTranslations("common");
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div className="wrap flex flex-col items-start gap-6 py-20 md:py-32">
      <h1 className="max-w-[16ch] text-display">{t("title")}</h1>
      <p className="max-w-prose text-lead text-quiet">{t("lead")}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => retry()}>{common("tryAgain")}</Button>
        <ButtonLink href="/" look="quiet">
          {common("backToShop")}
        </ButtonLink>
      </div>
      {reference ? (
        <p className="figures text-small text-quiet">
          {t("request")} <code className="font-text">{reference}</code>
        </p>
      ) : null}
    </div>
  );
}
