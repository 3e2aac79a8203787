import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { DemoProduct } from "../product.ts";
import { type Art, drawArt, paintArt } from "./art.ts";
import { compose, type Raster } from "./compose.ts";
import { iconBody } from "./icons.ts";
import { type PicturePlan, planPictures } from "./plan.ts";

/** Raise when the drawing code changes what a picture looks like: every picture is then drawn anew. */
const STYLE = 1;
const MAIN_SIZE = 960;
const COMPANION_SIZE = 400;

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
export async function renderPictures(products: readonly DemoProduct[], mediaDir: string, onProgress: PictureProgress = () => {}): Promise<number> {
  await mkdir(mediaDir, { recursive: true });
  const manifest = await readManifest(mediaDir);
  const work = products.map((product) => ({ product, plans: planPictures(product).filter((plan) => isStale(mediaDir, manifest, product, plan)) }));
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
      for (const plan of plans) {
        await save(mediaDir, product, plan, await draw(plan, main, companion));
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

async function draw(plan: PicturePlan, main: Art, companion: (icon: string) => Promise<Art>): Promise<Raster> {
  const placed = await Promise.all(
    plan.objects.map(async ({ icon, paint, isMain, ...where }) => {
      const art = isMain ? main : await companion(icon);
      return { ...where, art: paint ? paintArt(art, paint) : art };
    }),
  );
  return compose(plan.scene, placed, Math.max(...plan.widths));
}

async function save(mediaDir: string, product: DemoProduct, plan: PicturePlan, picture: Raster): Promise<void> {
  const raw = { width: picture.width, height: picture.height, channels: 3 as const };
  for (const width of plan.widths) {
    const height = Math.round(width * 1.25);
    const pixels = width === picture.width ? picture.data : await sharp(picture.data, { raw }).resize(width, height).raw().toBuffer();
    const image = sharp(pixels, { raw: { width, height, channels: 3 } });
    // Effort is low on purpose: soft gradients compress well anyway, and a first start should not wait.
    const [avif, webp] = await Promise.all([
      image.clone().avif({ quality: 62, effort: width > 640 ? 0 : 1, chromaSubsampling: "4:2:0" }).toBuffer(),
      image.clone().webp({ quality: 82, effort: width > 640 ? 0 : 2 }).toBuffer(),
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

function isStale(mediaDir: string, manifest: Manifest, product: DemoProduct, plan: PicturePlan): boolean {
  if (manifest[key(product, plan)] !== fingerprint(plan)) return true;
  return plan.widths.some((width) =>
    ["avif", "webp"].some((format) => !existsSync(join(mediaDir, product.handle, `${plan.name}-${width}.${format}`))),
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
