import type { Rating } from "@meridian/api/catalog/contract.ts";
import { useTranslations } from "next-intl";
import { Stars } from "#features/reviews/stars.tsx";

/** Under a product's name: what people think of it, and the way to why. */
export function RatingLink({ rating }: { rating: Rating | null }) {
  const t = useTranslations("product");
  return (
    <a
      href="#reviews"
      className="mt-3 inline-flex min-h-11 items-center gap-2.5 text-small text-quiet hover:text-action"
    >
      <Stars value={rating?.average ?? 0} />
      {rating ? t("rated", rating) : t("notRated")}
    </a>
  );
}
