import { hex } from "./oklch.ts";

export type Tone = "pale" | "rich" | "deep";

/** Lightness and chroma of each surface; the hue comes from the product. */
const surfaces = {
  pale: {
    wallTop: [0.955, 0.022],
    wallLow: [0.9, 0.048],
    floor: [0.885, 0.055],
    floorNear: [0.93, 0.035],
    shape: [0.865, 0.078],
    shapeLit: [0.935, 0.045],
    shade: [0.5, 0.09],
  },
  rich: {
    wallTop: [0.885, 0.062],
    wallLow: [0.815, 0.085],
    floor: [0.79, 0.09],
    floorNear: [0.85, 0.07],
    shape: [0.765, 0.1],
    shapeLit: [0.87, 0.075],
    shade: [0.38, 0.1],
  },
  deep: {
    wallTop: [0.43, 0.07],
    wallLow: [0.33, 0.065],
    floor: [0.3, 0.06],
    floorNear: [0.38, 0.065],
    shape: [0.47, 0.085],
    shapeLit: [0.58, 0.09],
    shade: [0.13, 0.04],
  },
} as const satisfies Record<Tone, Record<string, readonly [number, number]>>;

export type Surface = keyof (typeof surfaces)["pale"];

/** `#rrggbb` of one surface of a stage. */
export function surface(tone: Tone, name: Surface, hue: number): string {
  const [l, c] = surfaces[tone][name];
  return hex({ l, c, h: hue });
}
