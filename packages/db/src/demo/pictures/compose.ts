import sharp from "sharp";
import type { Art } from "./art.ts";
import { shine } from "./light.ts";
import type { Oklch } from "./oklch.ts";
import { enlarged, type Ink, lay, type Layer, type Rgb, rgba, stain } from "./raster.ts";
import { recolor } from "./recolor.ts";
import type { Scene, Slot } from "./scene.ts";
import { castShadow, contactShadow, wallShadow } from "./shadow.ts";
import { STAGE_WIDTH, stageSvg } from "./stage.ts";

export type Pose = "stand" | "hang";

/** One object on the stage; `turnDegrees` leans it. A close-up's slot may reach beyond the frame. */
export type Placed = { art: Art; slot: Slot; pose: Pose; turnDegrees?: number; paint?: Paint };

/** A colour for the object's main surface: its largest, unless `surfaceHue` names another. */
export type Paint = { color: Oklch; surfaceHue?: number };

/**
 * The stage is drawn at this width and enlarged. It costs a quarter, and like a photographer's
 * backdrop it stays a touch softer than the object in front of it.
 */
const BACKDROP_WIDTH = 800;

/** Cuts an object to its size on a stage of `width` pixels, and finds its place. */
async function put({ art, slot, pose, turnDegrees }: Placed, width: number): Promise<Layer> {
  const unit = width / STAGE_WIDTH;
  const scale = Math.min(slot.maxWidth / art.width, slot.maxHeight / art.height) * unit;
  const size = {
    width: Math.max(1, Math.round(art.width * scale)),
    height: Math.max(1, Math.round(art.height * scale)),
  };
  let image = sharp(art.pixels, rgba(art)).resize({ ...size, fit: "fill" });
  if (turnDegrees) {
    // sharp turns before it scales unless the scaled pixels are a new image.
    image = sharp(await image.raw().toBuffer(), rgba(size)).rotate(turnDegrees, {
      background: "#0000",
    });
  }
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  // What stands touches the ground line; what hangs is centred in its slot, a little above the middle.
  const bottom =
    pose === "stand"
      ? slot.ground * unit
      : (slot.ground - slot.maxHeight / 2 - 50) * unit + info.height / 2;
  const left = Math.round(slot.x * unit - info.width / 2);
  return {
    data,
    width: info.width,
    height: info.height,
    left,
    top: Math.round(bottom - info.height),
  };
}

async function shadowsOf(placed: Placed, cut: Layer, scene: Scene): Promise<Ink[]> {
  if (placed.pose === "hang") return [await wallShadow(cut, scene)];
  const contact = contactShadow(cut, placed.art, scene);
  return placed.slot.isRaised ? [contact] : [await castShadow(cut, scene), contact];
}

/** The stage with the objects' shadows, but without the objects: all colours of a product share it. */
export async function backdrop(scene: Scene, objects: readonly Placed[]): Promise<Rgb> {
  const { data, info } = await sharp(Buffer.from(stageSvg(scene, BACKDROP_WIDTH)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const stage = { data, width: info.width, height: info.height };
  for (const placed of objects) {
    for (const shadow of await shadowsOf(placed, await put(placed, BACKDROP_WIDTH), scene))
      stain(stage, shadow);
  }
  return stage;
}

/** Sets the objects on their backdrop, back to front: `width` x 5/4 `width` pixels. */
export async function compose(
  behind: Rgb,
  scene: Scene,
  objects: readonly Placed[],
  width: number,
): Promise<Rgb> {
  const canvas = enlarged(behind, 3, width, Math.round(width * 1.25));
  for (const placed of objects.toSorted((a, b) => a.slot.ground - b.slot.ground)) {
    const cut = await put(placed, width);
    if (placed.paint) recolor(cut.data, placed.paint.color, placed.paint.surfaceHue);
    shine(cut, scene);
    lay(canvas, cut);
  }
  return canvas;
}
