import type { ReviewSort } from "@meridian/api/reviews/contract.ts";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { sorts, toSort } from "#features/reviews/choices.ts";

/** The order of the reviews. Without JavaScript they stand as they come. */
export function ReviewSortSelect({
  value,
  onChange,
}: {
  value: ReviewSort;
  /** Absent: nothing can be chosen yet. */
  onChange?: (sort: ReviewSort) => void;
}) {
  const t = useTranslations("reviews");
  const id = useId();
  return (
    <p className="mb-6 flex items-center gap-3">
      <label htmlFor={id} className="text-small text-quiet">
        {t("sort")}
      </label>
      <select
        id={id}
        value={value}
        disabled={!onChange}
        onChange={onChange && ((event) => onChange(toSort(event.target.value)))}
        className="min-h-11 rounded-pill bg-sunken px-4 text-small font-medium"
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sorts.${sort}`)}
          </option>
        ))}
      </select>
    </p>
  );
}
