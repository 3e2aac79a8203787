import { hex, type Oklch } from "./pictures/oklch.ts";

/** The shop's named colours: what a Color option is called, how its swatch looks, how its picture is painted. */
const palette = {
  Poppy: { l: 0.6, c: 0.22, h: 20 },
  Peony: { l: 0.68, c: 0.22, h: 355 },
  Rose: { l: 0.76, c: 0.11, h: 10 },
  Clay: { l: 0.6, c: 0.13, h: 42 },
  Apricot: { l: 0.77, c: 0.14, h: 58 },
  Honey: { l: 0.83, c: 0.16, h: 82 },
  Straw: { l: 0.9, c: 0.09, h: 95 },
  Sand: { l: 0.82, c: 0.06, h: 75 },
  Walnut: { l: 0.42, c: 0.06, h: 45 },
  Olive: { l: 0.58, c: 0.1, h: 115 },
  Moss: { l: 0.52, c: 0.11, h: 140 },
  Fern: { l: 0.7, c: 0.18, h: 145 },
  Mint: { l: 0.85, c: 0.09, h: 165 },
  Lagoon: { l: 0.65, c: 0.11, h: 195 },
  Sky: { l: 0.76, c: 0.13, h: 235 },
  Harbor: { l: 0.53, c: 0.17, h: 258 },
  Iris: { l: 0.55, c: 0.19, h: 295 },
  Lilac: { l: 0.78, c: 0.1, h: 305 },
  Plum: { l: 0.42, c: 0.12, h: 335 },
  Ink: { l: 0.3, c: 0.03, h: 275 },
  Fog: { l: 0.78, c: 0.012, h: 260 },
  Chalk: { l: 0.95, c: 0.012, h: 85 },
} as const satisfies Record<string, Oklch>;

export type ColorName = keyof typeof palette;

export function colorOf(name: string): Oklch {
  const color = (palette as Record<string, Oklch>)[name];
  if (!color) throw new Error(`The palette has no colour "${name}".`);
  return color;
}

/** `#rrggbb` for the round swatch beside the name. */
export function swatchOf(name: string): string {
  return hex(colorOf(name));
}
