/** Which variant a choice of options means. Pure. */
import type { LabelledAxis, Variant } from "@meridian/api/catalog/contract.ts";

/** The variant with all of these options; undefined: there is none. */
export function findVariant(
  variants: readonly Variant[],
  options: Readonly<Record<string, string>>,
): Variant | undefined {
  return variants.find((variant) =>
    Object.entries(variant.options).every(([name, value]) => options[name] === value),
  );
}

/**
 * What choosing a value leads to: the same other options where that exists, else the variant with
 * this value that keeps most of them. Undefined when no variant has the value at all.
 */
export function variantFor(
  variants: readonly Variant[],
  current: Variant,
  name: string,
  value: string,
): Variant | undefined {
  const kept = (variant: Variant) =>
    Object.entries(variant.options).filter(([n, v]) => n !== name && current.options[n] === v)
      .length;
  return variants
    .filter((variant) => variant.options[name] === value)
    .toSorted((a, b) => kept(b) - kept(a))[0];
}

/** The axes that are a real choice, in the product's order; a lone "Title: Default" is none. */
export function choosableAxes(
  axes: readonly LabelledAxis[],
  variants: readonly Variant[],
): LabelledAxis[] {
  return variants.length > 1 ? axes.filter(({ values }) => values.length > 0) : [];
}

/** The first that can be bought, else the first. */
export function firstChoice(variants: readonly Variant[]): Variant | undefined {
  return variants.find(({ available }) => available === null || available > 0) ?? variants[0];
}
