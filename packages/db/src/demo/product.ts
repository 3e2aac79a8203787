import { type ColorName, swatchOf } from "./palette.ts";
import type { Tone } from "./pictures/tones.ts";

/** One choice on an axis; `plusEur` is added to the product's price. */
export type AxisValue = { value: string; swatch?: string; plusEur: number };
type Axis = { name: string; values: readonly AxisValue[] };

/** A product of the demo shop as its author writes it; ids, prices by region and stock are derived. */
export type DemoProduct = {
  handle: string;
  title: string;
  /** The object in its pictures, from the fluent-emoji set. */
  icon: string;
  /** Two smaller objects that share the third picture. */
  with: readonly [string, string];
  /** OKLCH hue of the drawn surface that Color paints, where that is not its largest. */
  surfaceHue?: number;
  /** OKLCH hue of its stage, 0-359. */
  hue: number;
  tone?: Tone;
  /** Flat or wearable things hang on the wall; everything else stands. */
  pose?: "stand" | "hang";
  /** Price in whole euros of the plainest variant; `was` is the earlier, higher one. */
  eur: number;
  was?: number;
  grams: number;
  line: string;
  text: string;
  details: readonly [string, string, string];
  axes: readonly Axis[];
  tags: readonly string[];
  /** A drop: adding it to the cart holds the stock at once. */
  holdOnAdd?: true;
};

/** The Color axis. The first colour is the one that the object is drawn in; the others are painted. */
export function colors(...names: [ColorName, ...ColorName[]]): Axis {
  return {
    name: "Color",
    values: names.map((value) => ({ value, swatch: swatchOf(value), plusEur: 0 })),
  };
}

/** Any other axis: a plain value, or a value with what it adds in euros. */
export function axis(name: string, ...values: (string | [value: string, plusEur: number])[]): Axis {
  return {
    name,
    values: values.map((entry) =>
      typeof entry === "string"
        ? { value: entry, plusEur: 0 }
        : { value: entry[0], plusEur: entry[1] },
    ),
  };
}
