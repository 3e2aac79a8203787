import { useTranslations } from "next-intl";

export function HelpfulCount({ count }: { count: number }) {
  const t = useTranslations("reviews");
  return count > 0 ? (
    <p className="figures text-caption text-quiet">{t("foundHelpful", { count })}</p>
  ) : null;
}
