import { channelsOf, type Layer } from "./raster.ts";
import type { Scene } from "./scene.ts";
import { surface } from "./tones.ts";

const WARM = channelsOf("#fff8ea");

/**
 * Lights an object in place as its stage is lit: the key light on one flank, shade on the other,
 * and the floor's colour bounced up from below.
 */
export function shine(layer: Layer, { light, tone, hue }: Scene): void {
  const { data, width, height } = layer;
  const shade = channelsOf(surface(tone, "shade", hue));
  const floor = channelsOf(surface(tone, "floor", hue));
  const depth = tone === "deep" ? 0.34 : 0.2;
  for (let y = 0; y < height; y += 1) {
    const down = y / height;
    const bounce = Math.max(0, (down - 0.72) / 0.28) * 0.3;
    for (let x = 0; x < width; x += 1) {
      const i = (y * width + x) * 4;
      if (data[i + 3] === 0) continue;
      // 0 where the light comes from, 1 in the far lower corner.
      const across = light < 0 ? x / width : 1 - x / width;
      const away = across * 0.74 + down * 0.26;
      const key = Math.max(0, 1 - away / 0.45) * 0.3;
      const dim = Math.max(0, (away - 0.55) / 0.45) * depth;
      for (let channel = 0; channel < 3; channel += 1) {
        let value = data[i + channel] ?? 0;
        value += ((WARM[channel] ?? 0) - value) * key;
        value += ((shade[channel] ?? 0) - value) * dim;
        value += ((floor[channel] ?? 0) - value) * bounce;
        data[i + channel] = value;
      }
    }
  }
}
