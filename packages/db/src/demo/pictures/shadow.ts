import sharp from "sharp";
import { enlarged, type Ink, type Layer, rgba } from "./raster.ts";
import type { Scene } from "./scene.ts";
import { surface } from "./tones.ts";

/** Where an object's ground contact begins and ends, as fractions of its width. */
type Foot = { footLeft: number; footRight: number };

/** Shadows are blurred at this many pixels and enlarged: a blur has no detail to lose. */
const WORK = 128;

type Mask = { alpha: Uint8Array; width: number; height: number; zoom: number };

/** The object's outline at working size with a margin for the blur; `zoom` leads back to its own size. */
async function outline(cut: Layer, margin: number): Promise<Mask> {
  const zoom = Math.max(cut.width, cut.height) / WORK;
  const width = Math.max(1, Math.round(cut.width / zoom));
  const height = Math.max(1, Math.round(cut.height / zoom));
  const alpha = await sharp(cut.data, rgba(cut))
    .extractChannel(3)
    .resize(width, height, { fit: "fill", kernel: "linear" })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: "#000" })
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { alpha, width: width + margin * 2, height: height + margin * 2, zoom };
}

/** Blurs and dims a mask and enlarges it to the object's own scale. */
async function softened(
  mask: Mask,
  blur: number,
  opacity: number,
): Promise<{ data: Uint8Array; width: number; height: number }> {
  const size = { width: mask.width, height: mask.height };
  const soft = await sharp(mask.alpha, { raw: { ...size, channels: 1 } })
    .blur(blur)
    .linear(opacity, 0)
    .extractChannel(0)
    .raw()
    .toBuffer();
  return enlarged(
    { data: soft, ...size },
    1,
    Math.round(mask.width * mask.zoom),
    Math.round(mask.height * mask.zoom),
  );
}

const inkOf = (scene: Scene) => surface(scene.tone, "shade", scene.hue);

/** The outline laid on the floor, away from the light: long, soft, paler than the contact. */
export async function castShadow(cut: Layer, scene: Scene): Promise<Ink> {
  const margin = 32;
  const from = await outline(cut, margin);
  const width = from.width * 2;
  const floor = { ...from, alpha: new Uint8Array(width * from.height), width };
  const ground = from.height - margin;
  // Each row of the object becomes a row of the floor: squashed to a fifth, moved aside by its height.
  for (let y = 0; y < ground; y += 1) {
    const rise = ground - y;
    const row = Math.round(ground - rise * 0.2) * width;
    const shift = Math.round(from.width / 2 - rise * scene.light * 0.62);
    const fade = 1 - (rise / ground) * 0.55;
    for (let x = 0; x < from.width; x += 1) {
      const to = x + shift;
      if (to < 0 || to >= width) continue;
      floor.alpha[row + to] = Math.max(
        floor.alpha[row + to] ?? 0,
        (from.alpha[y * from.width + x] ?? 0) * fade,
      );
    }
  }
  return {
    ...(await softened(floor, 5.5, scene.tone === "deep" ? 0.75 : 0.42)),
    color: inkOf(scene),
    left: Math.round(cut.left - (from.width / 2 + margin) * from.zoom),
    top: Math.round(cut.top - margin * from.zoom),
  };
}

/** The dark line where the object meets the ground: without it, everything floats. */
export function contactShadow(cut: Layer, foot: Foot, scene: Scene): Ink {
  const reach = Math.max(0.12, foot.footRight - foot.footLeft) * cut.width;
  const width = Math.round(reach * 1.28);
  const height = Math.round(Math.max(10, Math.min(reach * 0.16, cut.height * 0.12)));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const far = Math.hypot((2 * x + 1) / width - 1, (2 * y + 1) / height - 1);
      if (far < 1) data[y * width + x] = 185 * (1 - far) ** 1.25;
    }
  }
  const middle = cut.left + ((foot.footLeft + foot.footRight) / 2) * cut.width;
  const left = Math.round(middle - width / 2);
  const top = Math.round(cut.top + cut.height - height * 0.56);
  return { data, width, height, left, top, color: inkOf(scene) };
}

/** The outline on the wall behind a hanging object, down and away from the light. */
export async function wallShadow(cut: Layer, scene: Scene): Promise<Ink> {
  const margin = 24;
  const mask = await outline(cut, margin);
  return {
    ...(await softened(mask, 5, scene.tone === "deep" ? 0.7 : 0.4)),
    color: inkOf(scene),
    left: Math.round(cut.left + (-margin - scene.light * 7) * mask.zoom),
    top: Math.round(cut.top + (-margin + 10) * mask.zoom),
  };
}
