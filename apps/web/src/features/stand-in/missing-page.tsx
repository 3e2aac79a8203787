import { useTranslations } from "next-intl";
import { ButtonLink } from "#design/button.tsx";
import { SearchBox } from "#features/search/search-box.tsx";

/** Nothing stands at this address: what to do instead. */
export function MissingPage() {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  return (
    <div className="wrap flex flex-col items-start gap-6 py-20 md:py-32">
      <p className="figures text-small font-semibold text-quiet">404</p>
      <h1 className="max-w-[16ch] text-display">{t("notFoundTitle")}</h1>
      <p className="max-w-prose text-lead text-quiet">{t("notFoundLead")}</p>
      <div className="w-full max-w-lg">
        <SearchBox label={t("notFoundSearch")} />
      </div>
      <ButtonLink href="/" look="quiet">
        {common("backToShop")}
      </ButtonLink>
    </div>
  );
}
