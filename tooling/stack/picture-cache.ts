import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./env.ts";

const cache = join(root, "node_modules/.cache/meridian/media");
/** What the pictures were drawn from; whoever draws believes it, and draws what it lacks. */
const manifest = ".pictures.json";

/**
 * Drawing the demo shop's pictures takes minutes, and every fresh shop wants the same ones: what one
 * has drawn is kept for the next.
 */
export async function withPictureCache(media: string, draw: () => Promise<void>): Promise<void> {
  const isFresh = !existsSync(media);
  if (isFresh && existsSync(cache)) copyWhole(cache, media);
  await draw();
  if (isFresh && manifestOf(media) !== manifestOf(cache)) copyWhole(media, cache);
}

/** Under another name first: half a copy is never taken for a whole one. */
function copyWhole(from: string, to: string): void {
  const partial = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, partial, { recursive: true });
  rmSync(to, { recursive: true, force: true });
  renameSync(partial, to);
}

function manifestOf(directory: string): string | undefined {
  const file = join(directory, manifest);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
