/** OKLab arithmetic (Björn Ottosson, 2020): hues that look equally light, which sRGB's do not. */
export type Oklch = { l: number; c: number; h: number };
type Oklab = [l: number, a: number, b: number];

const decode = Float32Array.from({ length: 256 }, (_, byte) => {
  const x = byte / 255;
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
});

/** sRGB's curve in steps fine enough that no 8-bit value is missed: a lookup costs a tenth of a power. */
const STEPS = 8192;
const encoded = Uint8Array.from({ length: STEPS + 1 }, (_, step) => {
  const x = step / STEPS;
  return Math.round(255 * (x <= 0.0031308 ? x * 12.92 : 1.055 * x ** (1 / 2.4) - 0.055));
});

function encode(linear: number): number {
  return encoded[Math.round(Math.min(1, Math.max(0, linear)) * STEPS)] ?? 0;
}

/** 8-bit sRGB to OKLab. */
export function toOklab(red: number, green: number, blue: number): Oklab {
  const r = decode[red] ?? 0;
  const g = decode[green] ?? 0;
  const b = decode[blue] ?? 0;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** OKLab to 8-bit sRGB, clipped to the gamut. */
export function toRgb(lightness: number, a: number, b: number): [number, number, number] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** `#rrggbb` of an OKLCH colour; the hue in degrees, any turn. */
export function hex({ l, c, h }: Oklch): string {
  const angle = (h * Math.PI) / 180;
  const rgb = toRgb(l, c * Math.cos(angle), c * Math.sin(angle));
  return `#${rgb.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Signed difference of two hues in degrees, -180 to 180. */
export function hueDistance(from: number, to: number): number {
  return ((((to - from) % 360) + 540) % 360) - 180;
}
