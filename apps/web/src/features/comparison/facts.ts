/** What can be said of several products side by side. Pure. */
import type { Product } from "@meridian/api/catalog/contract.ts";

export type Row = {
  name: string;
  /** One for each product, in their order; null: there is nothing to say. */
  values: (string | null)[];
};

/** Whether not all say the same. */
export function differs({ values }: Row): boolean {
  return new Set(values).size > 1;
}

/** Every option that any of them has, in the order in which they come up. @param language how its values are listed */
export function optionRows(products: readonly Product[], language: string): Row[] {
  const list = new Intl.ListFormat(language, { type: "conjunction", style: "narrow" });
  const labels = new Map(
    products.flatMap(({ options }) => options.map(({ name, label }) => [name, label] as const)),
  );
  return [...labels].map(([name, label]) => ({
    name: label,
    values: products.map(({ options }) => {
      const axis = options.find((option) => option.name === name);
      return axis && axis.values.length > 0
        ? list.format(axis.values.map(({ label: value }) => value))
        : null;
    }),
  }));
}
