import type { Region } from "@meridian/api/catalog/contract.ts";
import { getLocale, getTranslations } from "next-intl/server";
import { priceTexts } from "#design/price.tsx";
import { daysText, shippingLabel } from "#features/region/shipping-words.ts";

/** Each way of sending in one line, and how prices and tax stand to each other here. */
export async function shippingLines(market: Region): Promise<string[]> {
  const t = await getTranslations("product");
  const names = await getTranslations("shipping");
  const { priceText } = priceTexts(await getLocale());
  const options = market.shippingOptions.map((option) => {
    const { price, freeFrom } = option;
    const label = shippingLabel(option, names);
    const line = { label, days: daysText(option, names), price: priceText(price) };
    return freeFrom
      ? t("shippingLineFree", { ...line, free: priceText(freeFrom) })
      : t("shippingLine", line);
  });
  return [...options, t(market.taxInclusive ? "taxIncluded" : "taxAdded")];
}
