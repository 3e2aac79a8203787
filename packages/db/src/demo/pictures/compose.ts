import sharp, { type OverlayOptions } from "sharp";
import type { Art } from "./art.ts";
import type { Scene, Slot } from "./scene.ts";
import { castShadow, contactShadow, wallShadow } from "./shadow.ts";
import { STAGE_WIDTH, stageSvg } from "./stage.ts";
import { surface } from "./tones.ts";

export type Pose = "stand" | "hang";

/** One object on the stage. `turnDegrees` leans it; a close-up slot may reach beyond the frame. */
export type Placed = { art: Art; slot: Slot; pose: Pose; turnDegrees?: number };

export type Raster = { data: Buffer; width: number; height: number };

export type Rgba = { data: Buffer; width: number; height: number };

const rawOf = ({ width, height }: { width: number; height: number }) => ({ raw: { width, height, channels: 4 as const } });

async function sized(placed: Placed, unit: number): Promise<Rgba> {
  const { art, slot } = placed;
  const scale = Math.min(slot.maxWidth / art.width, slot.maxHeight / art.height) * unit;
  let image = sharp(art.pixels, rawOf(art)).resize(Math.round(art.width * scale), Math.round(art.height * scale));
  if (placed.turnDegrees) {
    const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
    image = sharp(data, rawOf(info)).rotate(placed.turnDegrees, { background: "#0000" });
  }
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Key light on one flank, shade on the other, the stage's colour bounced up from below. */
function lightOn({ width, height }: Rgba, scene: Scene): Buffer {
  const [from, to] = scene.light < 0 ? [0, 1] : [1, 0];
  const bounce = surface(scene.tone, "floor", scene.hue);
  const shade = surface(scene.tone, "shade", scene.hue);
  const dim = scene.tone === "deep" ? 0.34 : 0.2;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
<linearGradient id="k" x1="${from}" y1="0" x2="${to}" y2=".6"><stop stop-color="#fff8ea" stop-opacity=".3"/><stop offset=".45" stop-color="#fff8ea" stop-opacity="0"/><stop offset=".6" stop-color="${shade}" stop-opacity="0"/><stop offset="1" stop-color="${shade}" stop-opacity="${dim}"/></linearGradient>
<linearGradient id="b" x1="0" y1="0" x2="0" y2="1"><stop offset=".72" stop-color="${bounce}" stop-opacity="0"/><stop offset="1" stop-color="${bounce}" stop-opacity=".3"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#k)"/><rect width="100%" height="100%" fill="url(#b)"/></svg>`);
}

/** sharp refuses layers that reach outside the canvas: cut them to it. */
async function clipped(layer: Rgba & { left: number; top: number }, canvas: { width: number; height: number }): Promise<OverlayOptions[]> {
  const left = Math.max(0, layer.left);
  const top = Math.max(0, layer.top);
  const width = Math.min(canvas.width, layer.left + layer.width) - left;
  const height = Math.min(canvas.height, layer.top + layer.height) - top;
  if (width <= 0 || height <= 0) return [];
  if (width === layer.width && height === layer.height) return [{ input: layer.data, left, top, ...rawOf(layer) }];
  const input = await sharp(layer.data, rawOf(layer))
    .extract({ left: left - layer.left, top: top - layer.top, width, height })
    .raw()
    .toBuffer();
  return [{ input, left, top, ...rawOf({ width, height }) }];
}

/** Draws a scene with its objects, back to front, as RGB pixels at `width` x 5/4 `width`. */
export async function compose(scene: Scene, objects: readonly Placed[], width: number): Promise<Raster> {
  const unit = width / STAGE_WIDTH;
  const canvas = { width, height: Math.round(width * 1.25) };
  const color = surface(scene.tone, "shade", scene.hue);
  const layers: OverlayOptions[] = [];
  for (const placed of [...objects].sort((a, b) => a.slot.ground - b.slot.ground)) {
    const cut = await sized(placed, unit);
    const left = Math.round(placed.slot.x * unit - cut.width / 2);
    const ground = placed.pose === "hang" ? placed.slot.ground - 60 : placed.slot.ground;
    const top = Math.round(ground * unit - cut.height);
    const lit = await sharp(cut.data, rawOf(cut)).composite([{ input: lightOn(cut, scene), blend: "atop" }]).raw().toBuffer();
    const shadows =
      placed.pose === "hang"
        ? [await wallShadow(cut, color, scene)]
        : [
            ...(placed.slot.isRaised ? [] : [await castShadow(cut, color, scene)]),
            await contactShadow(cut, placed.art, color),
          ];
    for (const shadow of shadows) {
      layers.push(...(await clipped({ ...shadow, left: left + shadow.left, top: top + shadow.top }, canvas)));
    }
    layers.push(...(await clipped({ ...cut, data: lit, left, top }, canvas)));
  }
  const data = await sharp(Buffer.from(stageSvg(scene, width))).composite(layers).removeAlpha().raw().toBuffer();
  return { data, ...canvas };
}
