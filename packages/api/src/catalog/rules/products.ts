/** What makes a product one: its variants are the combinations of its options, each once, at sound prices. */
import type { OptionAxis } from "../contract.ts";

type Sellable = {
  options: Record<string, string>;
  prices: Record<string, [number, number | null]>;
};
type Parts = { options: readonly OptionAxis[]; variants: readonly Sellable[] };

/** Why a product can't be as it is wanted, and where it says so. */
export type Flaw = {
  reason: "options_mismatch" | "duplicate_variant" | "compare_at_below_price";
  pointer: string;
  message: string;
  details: Record<string, unknown>;
};

const maxAxes = 3;

/** The first thing that is wrong; undefined when nothing is. */
export function findFlaw(product: Parts): Flaw | undefined {
  return axesFlaw(product) ?? variantsFlaw(product) ?? pricesFlaw(product);
}

function mismatch(pointer: string, message: string): Flaw {
  return { reason: "options_mismatch", pointer, message, details: {} };
}

function axesFlaw({ options }: Parts): Flaw | undefined {
  if (options.length > maxAxes) return mismatch("/options", `has more than ${maxAxes} axes`);
  const names = new Set<string>();
  for (const [index, { name, values }] of options.entries()) {
    if (names.has(name)) return mismatch(`/options/${index}/name`, "is there twice");
    names.add(name);
    if (new Set(values.map(({ value }) => value)).size < values.length) {
      return mismatch(`/options/${index}/values`, "has a value twice");
    }
  }
  return undefined;
}

function variantsFlaw({ options, variants }: Parts): Flaw | undefined {
  const axes = new Map(
    options.map(({ name, values }) => [name, new Set(values.map(({ value }) => value))]),
  );
  const seen = new Map<string, number>();
  for (const [index, variant] of variants.entries()) {
    const pointer = `/variants/${index}/options`;
    for (const [name, value] of Object.entries(variant.options)) {
      if (!axes.has(name)) return mismatch(pointer, `has ${name}, which is no option`);
      if (!axes.get(name)?.has(value)) return mismatch(pointer, `has an unknown ${name}`);
    }
    const missing = options.find(({ name }) => variant.options[name] === undefined);
    if (missing !== undefined) return mismatch(pointer, `has no ${missing.name}`);
    const key = JSON.stringify(options.map(({ name }) => variant.options[name]));
    const before = seen.get(key);
    if (before !== undefined) {
      return {
        reason: "duplicate_variant",
        pointer,
        message: `is the same as /variants/${before}`,
        details: { variants: [before, index] },
      };
    }
    seen.set(key, index);
  }
  return undefined;
}

function pricesFlaw({ variants }: Parts): Flaw | undefined {
  for (const [index, { prices }] of variants.entries()) {
    const low = Object.entries(prices).find(([, [now, before]]) => before !== null && before < now);
    if (low !== undefined) {
      return {
        reason: "compare_at_below_price",
        pointer: `/variants/${index}/prices`,
        message: `what it cost before in ${low[0]} is less than what it costs`,
        details: { region: low[0] },
      };
    }
  }
  return undefined;
}

/**
 * The axes that follow from variants: names in the order of the first variant, values as they come up; a swatch and a
 * place that `before` has stay.
 */
export function axesOf(
  variants: readonly Pick<Sellable, "options">[],
  before: readonly OptionAxis[],
): OptionAxis[] {
  const used = [...new Set(variants.flatMap(({ options }) => Object.keys(options)))];
  const known = before.map(({ name }) => name).filter((name) => used.includes(name));
  return [...known, ...used.filter((name) => !known.includes(name))].map((name) => {
    const old = before.find((axis) => axis.name === name)?.values ?? [];
    const values = new Set(variants.flatMap(({ options }) => options[name] ?? []));
    const stays = old.filter(({ value }) => values.has(value));
    const added = [...values].filter((value) => !stays.some((one) => one.value === value));
    return { name, values: [...stays, ...added.map((value) => ({ value }))] };
  });
}

/** What a variant is called unless somebody says otherwise: by the axes, in whichever order the members of `options` came. */
export function titleOf(
  axes: readonly Pick<OptionAxis, "name">[],
  options: Readonly<Record<string, string>>,
): string {
  return axes.flatMap(({ name }) => options[name] ?? []).join(" / ") || "One size";
}

/** Whether {@link axesOf} makes these axes of the variants alone: in this order, without swatches and with no value beside. */
export function followsFrom(
  axes: readonly OptionAxis[],
  variants: readonly Pick<Sellable, "options">[],
): boolean {
  const plain = axes.map(({ name, values }) => ({
    name,
    values: values.map(({ value }) => ({ value })),
  }));
  const isPlain = axes.every(({ values }) => values.every(({ swatch }) => swatch === undefined));
  return isPlain && JSON.stringify(axesOf(variants, [])) === JSON.stringify(plain);
}
