import sharp from "sharp";
import type { Art } from "./art.ts";
import type { Rgba } from "./compose.ts";
import type { Scene } from "./scene.ts";

/** A shadow layer, placed relative to the object's top left corner, in pixels. */
export type Shadow = Rgba & { left: number; top: number };

/** Blurs are made this many pixels wide and enlarged: a blur has no detail to lose. */
const WORK = 160;

/** The object's outline as one channel at working size, with a margin for the blur, and the scale back. */
async function outline(cut: Rgba, margin: number): Promise<{ mask: Buffer; width: number; height: number; scale: number }> {
  const scale = WORK / Math.max(cut.width, cut.height);
  const { data, info } = await sharp(cut.data, { raw: { width: cut.width, height: cut.height, channels: 4 } })
    .extractChannel(3)
    .resize(Math.max(1, Math.round(cut.width * scale)), Math.max(1, Math.round(cut.height * scale)), { fit: "fill" })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: "#000" })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { mask: data, width: info.width, height: info.height, scale };
}

async function inked(mask: Buffer, size: { width: number; height: number }, color: string, opacity: number, zoom: number): Promise<Rgba> {
  const width = Math.max(1, Math.round(size.width * zoom));
  const height = Math.max(1, Math.round(size.height * zoom));
  const alpha = await sharp(mask, { raw: { ...size, channels: 1 } })
    .linear(opacity, 0)
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const data = await sharp({ create: { width, height, channels: 3, background: color } })
    .joinChannel(alpha, { raw: { width, height, channels: 1 } })
    .raw()
    .toBuffer();
  return { data, width, height };
}

/** The outline laid on the floor, away from the light: long, soft, paler than the contact. */
export async function castShadow(cut: Rgba, color: string, scene: Scene): Promise<Shadow> {
  const margin = 40;
  const from = await outline(cut, margin);
  const squash = 0.2;
  const lean = -scene.light * 0.62;
  const { width, height } = from;
  const out = Buffer.alloc(width * 2 * height);
  const ground = height - margin;
  // Each row of the object becomes a row of the floor, moved aside by its height.
  for (let y = 0; y < ground; y += 1) {
    const rise = ground - y;
    const row = Math.round(ground - rise * squash);
    const shift = Math.round(width / 2 + rise * lean);
    const fade = 1 - (rise / ground) * 0.55;
    for (let x = 0; x < width; x += 1) {
      const to = x + shift;
      if (to < 0 || to >= width * 2) continue;
      const value = (from.mask[y * width + x] ?? 0) * fade;
      out[row * width * 2 + to] = Math.max(out[row * width * 2 + to] ?? 0, value);
    }
  }
  const size = { width: width * 2, height };
  const soft = await sharp(out, { raw: { ...size, channels: 1 } }).blur(7).extractChannel(0).raw().toBuffer();
  const zoom = 1 / from.scale;
  const ink = await inked(soft, size, color, scene.tone === "deep" ? 0.75 : 0.42, zoom);
  return { ...ink, left: Math.round(-(width / 2 + margin) * zoom), top: Math.round(-margin * zoom) };
}

/** The dark line where the object meets the ground: without it, everything floats. */
export async function contactShadow(cut: Rgba, art: Art, color: string): Promise<Shadow> {
  const reach = Math.max(0.12, art.footRight - art.footLeft) * cut.width;
  const width = Math.round(reach * 1.28);
  const height = Math.round(Math.max(18, Math.min(reach * 0.16, cut.height * 0.12)));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="c"><stop stop-color="${color}" stop-opacity=".72"/><stop offset=".55" stop-color="${color}" stop-opacity=".38"/><stop offset="1" stop-color="${color}" stop-opacity="0"/></radialGradient></defs><ellipse cx="50%" cy="50%" rx="50%" ry="50%" fill="url(#c)"/></svg>`;
  const data = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  const middle = ((art.footLeft + art.footRight) / 2) * cut.width;
  return { data, width, height, left: Math.round(middle - width / 2), top: Math.round(cut.height - height * 0.56) };
}

/** The outline on the wall behind a hanging object, moved down and away from the light. */
export async function wallShadow(cut: Rgba, color: string, scene: Scene): Promise<Shadow> {
  const margin = 30;
  const from = await outline(cut, margin);
  const size = { width: from.width, height: from.height };
  const soft = await sharp(from.mask, { raw: { ...size, channels: 1 } }).blur(6).extractChannel(0).raw().toBuffer();
  const zoom = 1 / from.scale;
  const ink = await inked(soft, size, color, scene.tone === "deep" ? 0.7 : 0.4, zoom);
  return {
    ...ink,
    left: Math.round((-margin - scene.light * 9) * zoom),
    top: Math.round((-margin + 13) * zoom),
  };
}
