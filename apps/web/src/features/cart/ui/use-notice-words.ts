import type { LineNotice } from "@meridian/api/cart/contract.ts";
import { useTranslations } from "next-intl";
import { usePriceText } from "#design/price.tsx";
import { useMarketName } from "#features/region/use-market-name.ts";

/** Why a line can't be bought as it stands, or costs something else than before. */
export function useNoticeWords() {
  const t = useTranslations("bag.notices");
  const { exactPriceText } = usePriceText();
  const market = useMarketName();
  return (notice: LineNotice, price: string): string => {
    switch (notice.type) {
      case "not_sold_here":
        return t("notSoldHere", { market });
      case "out_of_stock":
        return notice.available > 0 ? t("onlyLeft", { available: notice.available }) : t("soldOut");
      case "hold_expired":
        return t("holdExpired");
      case "price_changed":
        return t("priceChanged", { before: exactPriceText(notice.before), price });
    }
  };
}
