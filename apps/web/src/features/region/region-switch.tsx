import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { useLocale, useTranslations } from "next-intl";
import { ChoiceList } from "#features/region/choice-list.tsx";
import { regionIds, regions } from "#features/region/regions.ts";
import { MenuPopover } from "#features/shell/menu-popover.tsx";
import { languageNames, languages } from "#i18n/languages.ts";

/**
 * Where to ship to, which decides currency and tax, and in which language. Both are cookies; the links carry them as
 * `?region=` and `?language=`, so that they work without JavaScript, and any address can be shared with its market.
 */
export function RegionSwitch({ region, className }: { region: RegionId; className: string }) {
  const t = useTranslations("shell");
  const names = useTranslations("regions");
  const language = useLocale();
  return (
    <>
      <button type="button" popoverTarget="region-menu" className={className}>
        <span className="sr-only">
          {languageNames[language]}. {t("shippingTo", { region: names(region) })}{" "}
        </span>
        <span aria-hidden="true" className="uppercase max-sm:hidden">
          {language}
        </span>
        {regions[region].currency}
      </button>
      <MenuPopover
        isNarrow
        id="region-menu"
        label={t("whereTo")}
        className="fixed inset-[auto] top-16 right-4 m-0 max-h-[calc(100dvh-5rem)] w-72 overflow-y-auto rounded-stage bg-raised p-3 pt-6 text-ink shadow-panel"
      >
        <ChoiceList
          title={t("shipTo")}
          name="region"
          chosen={region}
          choices={regionIds.map((id) => ({
            value: id,
            label: names(id),
            note: regions[id].currency,
          }))}
        />
        <ChoiceList
          title={t("language")}
          name="language"
          chosen={language}
          choices={languages.map((value) => ({
            value,
            label: languageNames[value],
            lang: value,
          }))}
        />
      </MenuPopover>
    </>
  );
}
