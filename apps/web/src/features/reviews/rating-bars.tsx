import type { RatingSummary } from "@meridian/api/reviews/contract.ts";
import { useFormatter, useTranslations } from "next-intl";
import { Stars } from "#features/reviews/stars.tsx";

/** The average and how it comes about; each bar shows its own reviews. */
export function RatingBars({
  summary: { average, count, distribution },
  chosen,
  onChoose,
}: {
  summary: RatingSummary;
  chosen: number | null;
  /** Absent: the bars are to be read only. */
  onChoose?: (stars: number | null) => void;
}) {
  const t = useTranslations("reviews");
  const rated = useTranslations("product");
  const format = useFormatter();
  const value = average ?? 0;
  return (
    <div>
      <div className="flex items-center gap-4">
        <span aria-hidden="true" className="figures font-display text-heading font-semibold">
          {format.number(value, { minimumFractionDigits: 1 })}
        </span>
        <div className="grid gap-1">
          <Stars value={value} size="size-5" />
          <p className="text-small text-quiet">{rated("rated", { average: value, count })}</p>
        </div>
      </div>
      <ul aria-label={t("byStars")} className="mt-4">
        {distribution.map(({ stars, count: ofThem }) => (
          <li key={stars}>
            <button
              type="button"
              aria-pressed={chosen === stars}
              disabled={ofThem === 0 || !onChoose}
              onClick={onChoose && (() => onChoose(chosen === stars ? null : stars))}
              className="group flex min-h-11 w-full items-center gap-3 rounded-small text-small text-quiet enabled:hover:text-action aria-pressed:font-semibold aria-pressed:text-ink lg:min-h-9"
            >
              <span className="w-20 shrink-0 text-left">{t("stars", { stars })}</span>
              <span
                aria-hidden="true"
                className="h-2 flex-1 overflow-hidden rounded-pill bg-sunken"
              >
                <span
                  className="block h-full rounded-pill bg-quiet group-aria-pressed:bg-action forced-colors:bg-[CanvasText]"
                  style={{ width: `${(ofThem / Math.max(1, count)) * 100}%` }}
                />
              </span>
              <span className="figures w-8 text-right">{format.number(ofThem)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
