import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { iconBody } from "./icons.ts";
import { formats, pictureBase } from "./media-files.ts";
import type { PicturePlan } from "./plan.ts";

/** Raise when the drawing code changes what a picture looks like: every picture is then drawn anew. */
const STYLE = 1;

/** What was drawn when: the fingerprint of each picture's plan, by `<handle>/<name>`. */
export class Manifest {
  readonly #file: string;
  readonly #mediaDir: string;
  readonly #prints: Record<string, string>;

  private constructor(mediaDir: string, file: string, prints: Record<string, string>) {
    this.#mediaDir = mediaDir;
    this.#file = file;
    this.#prints = prints;
  }

  /** Reads the manifest of a media directory; none, or one that cannot be read, is empty. */
  static read(mediaDir: string): Manifest {
    const file = join(mediaDir, ".pictures.json");
    try {
      return new Manifest(
        mediaDir,
        file,
        JSON.parse(readFileSync(file, "utf8")) as Record<string, string>,
      );
    } catch {
      return new Manifest(mediaDir, file, {});
    }
  }

  isCurrent(handle: string, plan: PicturePlan): boolean {
    if (this.#prints[`${handle}/${plan.name}`] !== fingerprint(plan)) return false;
    const base = pictureBase(this.#mediaDir, handle, plan.name);
    return plan.widths.every((width) =>
      formats.every((format) => existsSync(`${base}-${width}.${format}`)),
    );
  }

  record(handle: string, plan: PicturePlan): void {
    this.#prints[`${handle}/${plan.name}`] = fingerprint(plan);
  }

  /** Replaces the file whole, and without a pause in which another lane could replace it too. */
  write(): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#prints));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function fingerprint(plan: PicturePlan): string {
  const { alt: _, ...look } = plan;
  const hash = createHash("sha256").update(JSON.stringify([STYLE, look]));
  for (const { icon } of plan.objects) hash.update(iconBody(icon));
  return hash.digest("hex").slice(0, 20);
}
