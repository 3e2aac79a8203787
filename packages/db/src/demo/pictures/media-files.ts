import { join } from "node:path";

export const formats = ["avif", "webp"] as const;

/** The path of a picture, to which `-<width>.<format>` is appended. */
export function pictureBase(mediaDir: string, handle: string, name: string): string {
  return join(mediaDir, handle, name);
}
