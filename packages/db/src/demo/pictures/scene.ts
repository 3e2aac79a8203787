import type { Tone } from "./tones.ts";

/** Where an object may stand: its middle, its ground line and the box that it fills, in stage units. */
export type Slot = {
  x: number;
  ground: number;
  maxWidth: number;
  maxHeight: number;
  /** On a plinth or block: there is no floor behind it for a long shadow to fall on. */
  isRaised?: true;
};

export type StageKind =
  | "cove"
  | "arch"
  | "disc"
  | "plinth"
  | "window"
  | "flutes"
  | "steps"
  | "pair"
  | "niche";

export type Scene = {
  kind: StageKind;
  hue: number;
  tone: Tone;
  /** Side that the key light comes from: -1 left, 1 right. */
  light: -1 | 1;
  /** Where wall and floor meet; null = a seamless curve. */
  horizon: number | null;
  /** The main object first, then its companions. */
  slots: readonly Slot[];
};

const heroSlot: Slot = { x: 500, ground: 1000, maxWidth: 710, maxHeight: 690 };

const layouts: Record<StageKind, { horizon: number | null; slots: readonly Slot[] }> = {
  cove: { horizon: null, slots: [heroSlot] },
  arch: { horizon: 905, slots: [{ ...heroSlot, ground: 1015, maxWidth: 630 }] },
  disc: { horizon: null, slots: [heroSlot] },
  plinth: {
    horizon: null,
    slots: [{ x: 500, ground: 905, maxWidth: 600, maxHeight: 660, isRaised: true }],
  },
  window: { horizon: 890, slots: [{ ...heroSlot, ground: 1025 }] },
  flutes: { horizon: 900, slots: [{ ...heroSlot, ground: 1020 }] },
  steps: {
    horizon: 930,
    slots: [
      { x: 405, ground: 815, maxWidth: 490, maxHeight: 540, isRaised: true },
      { x: 775, ground: 962, maxWidth: 240, maxHeight: 270, isRaised: true },
      { x: 300, ground: 1125, maxWidth: 210, maxHeight: 210 },
    ],
  },
  pair: {
    horizon: null,
    slots: [
      { x: 600, ground: 875, maxWidth: 490, maxHeight: 540, isRaised: true },
      { x: 225, ground: 985, maxWidth: 240, maxHeight: 270 },
      { x: 700, ground: 1145, maxWidth: 190, maxHeight: 170 },
    ],
  },
  niche: {
    horizon: 955,
    slots: [
      { x: 500, ground: 1040, maxWidth: 540, maxHeight: 570 },
      { x: 190, ground: 1120, maxWidth: 230, maxHeight: 270 },
      { x: 825, ground: 1145, maxWidth: 210, maxHeight: 220 },
    ],
  },
};

export function scene(kind: StageKind, hue: number, tone: Tone, light: -1 | 1): Scene {
  return { kind, hue, tone, light, ...layouts[kind] };
}

/** The hue of plinths, arches and discs: a neighbour of the wall's, so that shapes stand out softly. */
export function accentHue(of: Scene): number {
  return of.hue + (of.light < 0 ? 26 : -26);
}
