"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { LabelledAxis, Variant } from "@meridian/api/catalog/contract.ts";
import { findVariant, variantFor } from "#features/catalog/variant-choice.ts";
import type { Stock } from "#features/inventory/use-stock.ts";

type Shared = {
  /** Tells these radios from those of another product on the page. */
  group: string;
  variants: readonly Variant[];
  selected: Variant;
  stockOf: ReadonlyMap<string, Stock>;
  onSelect(variant: Variant): void;
};

const struck =
  "data-[gone=true]:text-quiet data-[gone=true]:bg-[linear-gradient(to_top_right,transparent_calc(50%-0.7px),var(--color-edge)_calc(50%-0.7px),var(--color-edge)_calc(50%+0.7px),transparent_calc(50%+0.7px))]";

function Value({
  axis,
  value: { value, label, swatch },
  shared: { group, variants, selected, stockOf, onSelect },
}: {
  axis: string;
  value: LabelledAxis["values"][number];
  shared: Shared;
}) {
  const t = useTranslations("product");
  const exact = findVariant(variants, { ...selected.options, [axis]: value });
  const target = exact ?? variantFor(variants, selected, axis, value);
  const isGone = !exact || stockOf.get(exact.id)?.state === "none";
  const isChecked = selected.options[axis] === value;
  return (
    <label className="relative inline-flex cursor-pointer has-disabled:cursor-not-allowed">
      <input
        type="radio"
        name={`${group}-${axis}`}
        value={value}
        checked={isChecked}
        disabled={!target}
        onChange={() => target && onSelect(target)}
        className="peer absolute inset-0 size-full cursor-inherit opacity-0"
      />
      <span
        data-gone={isGone}
        className={`edged inline-flex min-h-12 items-center gap-2.5 rounded-pill px-4 text-small font-medium ring-1 ring-edge/45 transition-shadow ring-inset peer-checked:ring-2 peer-checked:ring-ink peer-hover:ring-ink peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-action ${swatch ? "pl-2.5" : "min-w-14 justify-center"} ${struck}`}
      >
        {swatch ? (
          <span
            aria-hidden="true"
            className="swatch size-7 rounded-full ring-1 ring-edge/40 ring-inset"
            style={{ background: swatch }}
          />
        ) : null}
        {label}
        {isGone ? <span className="sr-only">{t(exact ? "soldOut" : "notMade")}</span> : null}
      </span>
    </label>
  );
}

/** One radio group per option. Native radios: arrow keys, names and states come with them. */
export function VariantPicker({
  axes,
  ...rest
}: Omit<Shared, "group"> & { axes: readonly LabelledAxis[] }) {
  const shared = { ...rest, group: useId() };
  return axes.map(({ name, label, values }) => (
    <fieldset key={name}>
      <legend className="mb-2 text-small">
        <span className="text-quiet">{label}</span>{" "}
        <span className="font-medium">
          {values.find(({ value }) => value === shared.selected.options[name])?.label}
        </span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {values.map((value) => (
          <Value key={value.value} axis={name} value={value} shared={shared} />
        ))}
      </div>
    </fieldset>
  ));
}
