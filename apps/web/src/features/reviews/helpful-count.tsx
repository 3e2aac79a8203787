import { useTranslations } from "next-intl";

/** Of a review or an answer, for who may press nothing. */
export function HelpfulCount({ helpfulCount: count }: { helpfulCount: number }) {
  const t = useTranslations("reviews");
  return count > 0 ? (
    <p className="figures text-caption text-quiet">{t("foundHelpful", { count })}</p>
  ) : null;
}
