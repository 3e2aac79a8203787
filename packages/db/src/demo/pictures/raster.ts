import sharp from "sharp";

/** Opaque RGB pixels, 8 bit each: a stage. */
export type Rgb = { data: Uint8Array; width: number; height: number };
/** RGBA pixels with a place on a stage; they may reach beyond it. */
export type Layer = { data: Uint8Array; width: number; height: number; left: number; top: number };
/** One 8-bit alpha channel, to be filled with one colour. */
export type Ink = Layer & { color: string };

export const rgb = ({ width, height }: { width: number; height: number }) => ({
  raw: { width, height, channels: 3 as const },
});
export const rgba = ({ width, height }: { width: number; height: number }) => ({
  raw: { width, height, channels: 4 as const },
});

export function channelsOf(color: string): [number, number, number] {
  const at = (index: number) => Number.parseInt(color.slice(index, index + 2), 16);
  return [at(1), at(3), at(5)];
}

/** Shrinks a picture, sharply. */
export async function shrunk(image: Rgb, width: number, height: number): Promise<Rgb> {
  if (image.width === width && image.height === height) return image;
  const data = await sharp(image.data, rgb(image))
    .resize(width, height, { fit: "fill" })
    .raw()
    .toBuffer();
  return { data, width, height };
}

type Plane = { data: Uint8Array; width: number; height: number };

/** For each place of an enlarged line: the source place before it, and how far it is towards the next one. */
function steps(from: number, to: number): { at: Int32Array; part: Float32Array } {
  const at = new Int32Array(to);
  const part = new Float32Array(to);
  for (let i = 0; i < to; i += 1) {
    const place = Math.min(from - 1, Math.max(0, ((i + 0.5) * from) / to - 0.5));
    at[i] = Math.min(Math.max(0, from - 2), Math.floor(place));
    part[i] = place - (at[i] ?? 0);
  }
  return { at, part };
}

/**
 * Enlarges soft pictures (stages, blurs) bilinearly into new pixels; three times as fast as sharp's own resize,
 * which prepares for sharp ones.
 */
export function enlarged(image: Plane, channels: 1 | 3, width: number, height: number): Plane {
  const across = steps(image.width, width);
  const down = steps(image.height, height);
  const line = width * channels;
  const nextColumn = image.width > 1 ? channels : 0;
  const widen = (row: number, into: Float32Array) => {
    const start = Math.min(row, image.height - 1) * image.width;
    for (let x = 0; x < width; x += 1) {
      const from = (start + (across.at[x] ?? 0)) * channels;
      const part = across.part[x] ?? 0;
      for (let channel = 0; channel < channels; channel += 1) {
        const value = image.data[from + channel] ?? 0;
        into[x * channels + channel] =
          value + ((image.data[from + nextColumn + channel] ?? 0) - value) * part;
      }
    }
  };
  // Two widened source rows at a time: the one above and the one below.
  let above = new Float32Array(line);
  let below = new Float32Array(line);
  let loaded = -2;
  const data = new Uint8Array(line * height);
  for (let y = 0; y < height; y += 1) {
    const row = down.at[y] ?? 0;
    if (row !== loaded) {
      [above, below] = [below, above];
      if (row !== loaded + 1) widen(row, above);
      widen(row + 1, below);
      loaded = row;
    }
    const part = down.part[y] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const value = above[x] ?? 0;
      data[y * line + x] = value + ((below[x] ?? 0) - value) * part + 0.5;
    }
  }
  return { data, width, height };
}

/** The part of a layer that lies on the canvas, in canvas coordinates. */
function overlap(canvas: Rgb, layer: Layer) {
  return {
    left: Math.max(0, layer.left),
    top: Math.max(0, layer.top),
    right: Math.min(canvas.width, layer.left + layer.width),
    bottom: Math.min(canvas.height, layer.top + layer.height),
  };
}

/**
 * Lays an RGBA layer over a stage, in place. libvips' composite works in floating point over the whole canvas
 * and took ten times as long as this loop over the object alone (measured, sharp 0.35).
 */
export function lay(canvas: Rgb, layer: Layer): void {
  const { left, top, right, bottom } = overlap(canvas, layer);
  for (let y = top; y < bottom; y += 1) {
    let from = ((y - layer.top) * layer.width + left - layer.left) * 4;
    let to = (y * canvas.width + left) * 3;
    for (let x = left; x < right; x += 1, from += 4, to += 3) {
      const alpha = layer.data[from + 3] ?? 0;
      if (alpha === 0) continue;
      for (let channel = 0; channel < 3; channel += 1) {
        const below = canvas.data[to + channel] ?? 0;
        canvas.data[to + channel] =
          below + (((layer.data[from + channel] ?? 0) - below) * alpha + 127) / 255;
      }
    }
  }
}

/** Fills a stage with one colour through an alpha mask, in place: how shadows are laid. */
export function stain(canvas: Rgb, ink: Ink): void {
  const { left, top, right, bottom } = overlap(canvas, ink);
  const color = channelsOf(ink.color);
  for (let y = top; y < bottom; y += 1) {
    let from = (y - ink.top) * ink.width + left - ink.left;
    let to = (y * canvas.width + left) * 3;
    for (let x = left; x < right; x += 1, from += 1, to += 3) {
      const alpha = ink.data[from] ?? 0;
      for (let channel = 0; channel < 3; channel += 1) {
        const below = canvas.data[to + channel] ?? 0;
        canvas.data[to + channel] = below + (((color[channel] ?? 0) - below) * alpha) / 255;
      }
    }
  }
}
