import { useTranslations } from "next-intl";
import { buttonClass, ButtonLink } from "#design/button.tsx";
import { referenceMark } from "#features/stand-in/addresses.ts";

/** A page could not be made. The reference is what the server's log says too. */
export function FailedPage() {
  const t = useTranslations("errorPage");
  const common = useTranslations("common");
  return (
    <div className="wrap flex flex-col items-start gap-6 py-20 md:py-32">
      <h1 className="max-w-[16ch] text-display">{t("title")}</h1>
      <p className="max-w-prose text-lead text-quiet">{t("lead")}</p>
      <div className="flex flex-wrap gap-3">
        {/* The same address with its query, and not by the router: it takes this page for what stands there. */}
        {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid */}
        <a href="" className={buttonClass()}>
          {common("tryAgain")}
        </a>
        <ButtonLink href="/" look="quiet">
          {common("backToShop")}
        </ButtonLink>
      </div>
      <p className="figures text-small text-quiet">
        {t("request")} <code className="font-text">{referenceMark}</code>
      </p>
    </div>
  );
}
