import { hueDistance, type Oklch, toOklab, toRgb } from "./oklch.ts";

const RADIANS = Math.PI / 180;
/** Below this chroma a surface counts as grey, and colour is added instead of turned. */
const GREY = 0.05;
/** Hues are counted in sectors of 30 degrees; the last one is for greys. */
const SECTORS = 12;

/** The colour of the largest surface of an object, by area, or of the one nearest to `surfaceHue` (RGBA, 8 bit). */
export function dominantColor(pixels: Uint8Array, surfaceHue?: number): Oklch {
  const sectors = Array.from({ length: SECTORS + 1 }, () => ({ area: 0, l: 0, a: 0, b: 0 }));
  // Every 16th pixel is plenty for a mean.
  for (let i = 0; i < pixels.length; i += 64) {
    if ((pixels[i + 3] ?? 0) < 128) continue;
    const [l, a, b] = toOklab(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0);
    const isGrey = Math.sqrt(a * a + b * b) < GREY;
    const degrees = (Math.atan2(b, a) / RADIANS + 360) % 360;
    if (surfaceHue !== undefined && (isGrey || Math.abs(hueDistance(surfaceHue, degrees)) > 30))
      continue;
    const sector = sectors[isGrey ? SECTORS : Math.floor(degrees / (360 / SECTORS))];
    if (!sector) continue;
    sector.area += 1;
    sector.l += l;
    sector.a += a;
    sector.b += b;
  }
  // A surface may straddle two sectors: count each hue with half of its neighbours.
  const near = (index: number) => sectors[(index + SECTORS) % SECTORS]?.area ?? 0;
  const weights = sectors.map(({ area }, i) =>
    i === SECTORS ? area : area + (near(i - 1) + near(i + 1)) / 2,
  );
  const { area, l, a, b } = sectors[weights.indexOf(Math.max(...weights))] ?? {
    area: 0,
    l: 0,
    a: 0,
    b: 0,
  };
  const count = Math.max(1, area);
  return {
    l: l / count,
    c: Math.sqrt(a * a + b * b) / count,
    h: (Math.atan2(b, a) / RADIANS + 360) % 360,
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
 * metal and trim of another hue stay. `surfaceHue` names the main surface where it is not the
 * largest. Changes the RGBA pixels in place.
 */
export function recolor(pixels: Uint8Array, target: Oklch, surfaceHue?: number): void {
  const from = dominantColor(pixels, surfaceHue);
  const isGrey = from.c < GREY;
  const gain = target.c / Math.max(from.c, 0.02);
  // Not all the way: some of the drawing's own light keeps the object believable.
  const toL = from.l + (target.l - from.l) * 0.85;
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3] === 0) continue;
    const [l, a, b] = toOklab(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0);
    const c = Math.sqrt(a * a + b * b);
    const turn = hueDistance(from.h, Math.atan2(b, a) / RADIANS);
    const isOther = smoothstep(34, 56, Math.abs(turn)) * smoothstep(0.025, 0.05, c);
    // On a coloured object whites and greys are paper, metal or a highlight; on a grey one, colour is trim.
    const isSurface = isGrey ? 1 - smoothstep(0.06, 0.1, c) : smoothstep(0.2, 0.45, c / from.c);
    const weight = (1 - isOther) * isSurface;
    if (weight === 0) continue;
    // Colour on grey is fullest in the middle tones: highlights stay white, creases stay black.
    const newC = isGrey ? target.c * (1 - Math.abs(2 * l - 1) ** 3) : Math.min(c * gain, 0.27);
    const angle = (isGrey ? target.h : target.h + turn * 0.6) * RADIANS;
    const newL = shiftLightness(l, from.l, toL);
    const rgb = toRgb(
      l + (newL - l) * weight,
      a + (newC * Math.cos(angle) - a) * weight,
      b + (newC * Math.sin(angle) - b) * weight,
    );
    pixels[i] = rgb[0];
    pixels[i + 1] = rgb[1];
    pixels[i + 2] = rgb[2];
  }
}
