import type { Rating } from "@meridian/api/catalog/contract.ts";
import { Star } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

/** A product's rating in one short line, out of the list's own data. */
export function CardRating({ rating }: { rating: Rating | null }) {
  const t = useTranslations("product");
  const format = useFormatter();
  if (rating === null) return null;
  const { average, count } = rating;
  return (
    <p className="figures mt-0.5 text-caption text-quiet">
      <span aria-hidden="true" className="flex items-center gap-1">
        <Star className="size-3.5 fill-current text-ink" strokeWidth={1.5} />
        {format.number(average, { minimumFractionDigits: 1 })} ({format.number(count)})
      </span>
      <span className="sr-only">{t("rated", { average, count })}</span>
    </p>
  );
}
