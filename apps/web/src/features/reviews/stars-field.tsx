"use client";

import { CircleAlert, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";

const places = [1, 2, 3, 4, 5];

/** Five radio buttons that look like stars: arrows choose, and each says how many it is. */
export function StarsField({
  id,
  name,
  value,
  error,
  onChange,
}: {
  id: string;
  name: string;
  value: string;
  error: string | undefined;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}) {
  const t = useTranslations("reviews");
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      role="radiogroup"
      aria-required="true"
      {...(error && { "aria-describedby": `${id}-error`, "aria-invalid": true })}
      className="grid justify-start gap-1.5"
    >
      <legend className="mb-1.5 text-small font-medium">{t("rating")}</legend>
      <div className="flex">
        {places.map((place) => (
          <label
            key={place}
            className="relative grid size-11 place-items-center rounded-small has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-action"
          >
            <input
              type="radio"
              name={`${id}-${name}`}
              value={place}
              checked={value === String(place)}
              onChange={onChange}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <Star
              aria-hidden="true"
              strokeWidth={1.5}
              className={`pointer-events-none size-7 ${place <= Number(value) ? "fill-current text-action" : "text-edge"}`}
            />
            <span className="sr-only">{t("stars", { stars: place })}</span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-small text-alert">
          <CircleAlert aria-hidden="true" className="mt-1 size-4 shrink-0" />
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
