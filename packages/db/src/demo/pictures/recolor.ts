import type { Oklch } from "./oklch.ts";
import { hueDistance, toOklab, toRgb } from "./oklch.ts";

const RADIANS = Math.PI / 180;
/** Below this chroma an object counts as grey, and colour is added instead of turned. */
const GREY = 0.045;

/** The colour that most of an object's surface has, by chroma-weighted mean of its pixels (RGBA, 8 bit). */
export function dominantColor(pixels: Uint8Array): Oklch {
  let [weight, lightness, x, y, area, chroma, greyLightness] = [0, 0, 0, 0, 0, 0, 0];
  // Every 16th pixel is plenty for a mean.
  for (let i = 0; i < pixels.length; i += 64) {
    const alpha = (pixels[i + 3] ?? 0) / 255;
    if (alpha < 0.5) continue;
    const [l, a, b] = toOklab(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0);
    const c = Math.hypot(a, b);
    area += 1;
    chroma += c;
    greyLightness += l;
    weight += c;
    lightness += l * c;
    x += a * c;
    y += b * c;
  }
  const mean = chroma / Math.max(1, area);
  const h = (Math.atan2(y, x) / RADIANS + 360) % 360;
  const isGrey = mean < GREY;
  return {
    l: isGrey ? greyLightness / Math.max(1, area) : lightness / Math.max(weight, 1e-6),
    c: mean,
    h,
  };
}

function smoothstep(low: number, high: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** Moves lightness so that `from` lands on `to` while black stays black and white stays white. */
function shiftLightness(l: number, from: number, to: number): number {
  return to <= from ? (l * to) / from : 1 - ((1 - l) * (1 - to)) / (1 - from);
}

/**
 * Paints an object in another colour, as a maker would: only its main surface turns, while wood,
 * metal and trim of another hue stay. Returns new RGBA pixels; alpha is kept.
 */
export function recolor(pixels: Uint8Array, target: Oklch): Uint8Array {
  const from = dominantColor(pixels);
  const isGrey = from.c < GREY;
  const out = new Uint8Array(pixels);
  const gain = target.c / Math.max(from.c, 0.02);
  // Not all the way: some of the drawing's own light keeps the object believable.
  const toL = from.l + (target.l - from.l) * 0.85;
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3] === 0) continue;
    const [l, a, b] = toOklab(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0);
    const c = Math.hypot(a, b);
    const h = Math.atan2(b, a) / RADIANS;
    const turn = hueDistance(from.h, h);
    const weight = isGrey
      ? 1 - smoothstep(0.05, 0.1, c)
      : 1 - smoothstep(48, 78, Math.abs(turn)) * smoothstep(0.03, 0.07, c);
    if (weight === 0) continue;
    const newC = isGrey ? target.c * (1 - Math.abs(2 * l - 1) ** 3) : Math.min(c * gain, 0.27);
    const angle = (isGrey ? target.h : target.h + turn * 0.6) * RADIANS;
    const mix = (old: number, next: number) => old + (next - old) * weight;
    const rgb = toRgb(
      mix(l, shiftLightness(l, from.l, toL)),
      mix(a, newC * Math.cos(angle)),
      mix(b, newC * Math.sin(angle)),
    );
    out.set(rgb, i);
  }
  return out;
}
