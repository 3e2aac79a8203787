import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { type Art, drawArt } from "./art.ts";
import { backdrop, compose, type Placed } from "./compose.ts";
import { pictureBase } from "./media-files.ts";
import type { PicturePlan } from "./plan.ts";
import { rgb, type Rgb, shrunk } from "./raster.ts";
import type { Scene } from "./scene.ts";

/** Pixels of the 32-unit grid that icons are drawn on: enough for the close view, and for a small neighbour. */
const MAIN_SIZE = 880;
const COMPANION_SIZE = 360;

/** The pictures of one product that are to be drawn, and the bodies of the icons in them, by name. */
export type Job = {
  handle: string;
  icon: string;
  plans: readonly PicturePlan[];
  bodies: Record<string, string>;
};

/** Many products share a cup or a book: a thread draws each of them once. */
const companions = new Map<string, Promise<Art>>();

async function companion(icon: string, body: string): Promise<Art> {
  const art = companions.get(icon) ?? drawArt(body, COMPANION_SIZE);
  companions.set(icon, art);
  return art;
}

/** Draws a product's pictures to files, `onDrawn` after each. The object and its stages are shared among them. */
export async function drawPictures(
  mediaDir: string,
  job: Job,
  onDrawn: (name: string) => void,
): Promise<void> {
  const bodyOf = (icon: string) => job.bodies[icon] ?? "";
  const main = await drawArt(bodyOf(job.icon), MAIN_SIZE);
  const stages = new Map<Scene, Promise<Rgb>>();
  for (const plan of job.plans) {
    const placed = await Promise.all(
      plan.objects.map(async ({ icon, isMain, ...where }): Promise<Placed> => {
        return { ...where, art: isMain ? main : await companion(icon, bodyOf(icon)) };
      }),
    );
    const stage = stages.get(plan.scene) ?? backdrop(plan.scene, placed);
    stages.set(plan.scene, stage);
    const picture = await compose(await stage, plan.scene, placed, Math.max(...plan.widths));
    await save(pictureBase(mediaDir, job.handle, plan.name), picture, plan.widths);
    onDrawn(plan.name);
  }
}

/** Effort is the lowest on purpose: soft gradients compress well anyway, and a first start should not wait. */
async function save(base: string, picture: Rgb, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    const pixels = await shrunk(picture, width, Math.round(width * 1.25));
    const image = () => sharp(pixels.data, rgb(pixels));
    await writeFile(
      `${base}-${width}.avif`,
      await image().avif({ quality: 62, effort: 0, chromaSubsampling: "4:2:0" }).toBuffer(),
    );
    await writeFile(
      `${base}-${width}.webp`,
      await image().webp({ quality: 82, effort: 0 }).toBuffer(),
    );
  }
}
