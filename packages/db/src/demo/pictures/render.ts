import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { DemoProduct } from "../product.ts";
import { type Art, drawArt } from "./art.ts";
import { backdrop, compose, type Placed } from "./compose.ts";
import { iconBody } from "./icons.ts";
import { type PicturePlan, planPictures } from "./plan.ts";
import { resized, rgb, type Rgb } from "./raster.ts";
import type { Scene } from "./scene.ts";

/** Raise when the drawing code changes what a picture looks like: every picture is then drawn anew. */
const STYLE = 1;
/** Pixels of the 32-unit grid that icons are drawn on: enough for the close view, and for a small neighbour. */
const MAIN_SIZE = 880;
const COMPANION_SIZE = 360;

type Manifest = Record<string, string>;
export type PictureProgress = (done: number, total: number) => void;

/** Draws companions once each: many products share a cup or a book. */
function companionCache(): (icon: string) => Promise<Art> {
  const drawn = new Map<string, Promise<Art>>();
  return async (icon) => {
    const art = drawn.get(icon) ?? drawArt(icon, COMPANION_SIZE);
    drawn.set(icon, art);
    return art;
  };
}

/**
 * Renders the pictures of `products` to `<mediaDir>/<handle>/<name>-<width>.avif` and `.webp`. A picture whose plan
 * has not changed since the last run is left alone. Returns how many were drawn.
 */
export async function renderPictures(
  products: readonly DemoProduct[],
  mediaDir: string,
  onProgress: PictureProgress = () => {},
): Promise<number> {
  await mkdir(mediaDir, { recursive: true });
  const manifest = await readManifest(mediaDir);
  const work = products.map((product) => ({
    product,
    plans: planPictures(product).filter((plan) => isStale(mediaDir, manifest, product, plan)),
  }));
  const total = work.reduce((sum, { plans }) => sum + plans.length, 0);
  let done = 0;
  onProgress(done, total);
  const companion = companionCache();
  const queue = work.filter(({ plans }) => plans.length > 0).values();
  // libvips must not split one picture over all cores: whole pictures side by side are faster.
  const threads = sharp.concurrency();
  sharp.concurrency(1);
  const lane = async () => {
    for (const { product, plans } of queue) {
      await mkdir(join(mediaDir, product.handle), { recursive: true });
      const main = await drawArt(product.icon, MAIN_SIZE);
      const behind = new Map<Scene, Promise<Rgb>>();
      for (const plan of plans) {
        await save(mediaDir, product, plan, await draw(plan, main, companion, behind));
        manifest[key(product, plan)] = fingerprint(plan);
        done += 1;
        onProgress(done, total);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, lane));
  } finally {
    sharp.concurrency(threads);
    await writeManifest(mediaDir, manifest);
  }
  return total;
}

async function draw(
  plan: PicturePlan,
  main: Art,
  companion: (icon: string) => Promise<Art>,
  behind: Map<Scene, Promise<Rgb>>,
): Promise<Rgb> {
  const placed = await Promise.all(
    plan.objects.map(async ({ icon, isMain, ...where }): Promise<Placed> => ({
      ...where,
      art: isMain ? main : await companion(icon),
    })),
  );
  const stage = behind.get(plan.scene) ?? backdrop(plan.scene, placed);
  behind.set(plan.scene, stage);
  return compose(await stage, plan.scene, placed, Math.max(...plan.widths));
}

async function save(
  mediaDir: string,
  product: DemoProduct,
  plan: PicturePlan,
  picture: Rgb,
): Promise<void> {
  for (const width of plan.widths) {
    const pixels = await resized(picture, width, Math.round(width * 1.25));
    const image = sharp(pixels.data, rgb(pixels));
    // Effort is low on purpose: soft gradients compress well anyway, and a first start should not wait.
    const [avif, webp] = await Promise.all([
      image.clone().avif({ quality: 62, effort: 0, chromaSubsampling: "4:2:0" }).toBuffer(),
      image.clone().webp({ quality: 82, effort: 0 }).toBuffer(),
    ]);
    const base = join(mediaDir, product.handle, `${plan.name}-${width}`);
    await Promise.all([writeFile(`${base}.avif`, avif), writeFile(`${base}.webp`, webp)]);
  }
}

const key = (product: DemoProduct, plan: PicturePlan) => `${product.handle}/${plan.name}`;

function fingerprint(plan: PicturePlan): string {
  const { alt: _, ...look } = plan;
  const hash = createHash("sha256").update(JSON.stringify([STYLE, look]));
  for (const { icon } of plan.objects) hash.update(iconBody(icon));
  return hash.digest("hex").slice(0, 20);
}

function isStale(
  mediaDir: string,
  manifest: Manifest,
  product: DemoProduct,
  plan: PicturePlan,
): boolean {
  if (manifest[key(product, plan)] !== fingerprint(plan)) return true;
  return plan.widths.some((width) =>
    ["avif", "webp"].some(
      (format) => !existsSync(join(mediaDir, product.handle, `${plan.name}-${width}.${format}`)),
    ),
  );
}

async function readManifest(mediaDir: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(mediaDir, ".pictures.json"), "utf8")) as Manifest;
  } catch {
    return {};
  }
}

async function writeManifest(mediaDir: string, manifest: Manifest): Promise<void> {
  const file = join(mediaDir, ".pictures.json");
  await writeFile(`${file}.new`, JSON.stringify(manifest));
  await rename(`${file}.new`, file);
}
