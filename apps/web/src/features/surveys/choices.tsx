import type { Survey } from "@meridian/api/feedback/contract.ts";
import { useTranslations } from "next-intl";

type Questions = Survey["questions"];
/** What was chosen when it was sent before. */
type Chosen = { chosen: string | undefined };

const option =
  "cursor-pointer rounded-small border border-edge transition-colors hover:border-ink has-checked:border-action has-checked:bg-action-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-action";

/** From 1 to 5; what the ends mean is written below them, and each says it. */
export function RatingChoice({ text, labels, chosen }: Questions["rating"] & Chosen) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-3 font-medium">{text}</legend>
      <div className="grid grid-cols-5 gap-2">
        {labels.map((label, index) => (
          <label
            key={label}
            className={`relative grid min-h-14 place-items-center text-title figures ${option}`}
          >
            <input
              type="radio"
              name="rating"
              value={index + 1}
              defaultChecked={chosen === String(index + 1)}
              required
              aria-label={`${index + 1}: ${label}`}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <span aria-hidden="true">{index + 1}</span>
          </label>
        ))}
      </div>
      <p aria-hidden="true" className="flex justify-between gap-4 text-small text-quiet">
        <span>{labels[0]}</span>
        <span className="text-end">{labels.at(-1)}</span>
      </p>
    </fieldset>
  );
}

export function ReasonChoice({ text, options, chosen }: Questions["choice"] & Chosen) {
  const t = useTranslations("common");
  return (
    <fieldset>
      <legend className="mb-3 font-medium">
        {text}
        <span className="font-normal text-quiet"> {t("optional")}</span>
      </legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map(({ value, label }) => (
          <label key={value} className={`flex min-h-12 items-center gap-3 px-4 py-2 ${option}`}>
            <input
              type="radio"
              name="choice"
              value={value}
              defaultChecked={chosen === value}
              className="size-5 shrink-0 accent-action outline-none"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
