import sharp from "sharp";

/** An object cut out to its outline: RGBA pixels without empty margins. */
export type Art = {
  pixels: Uint8Array;
  width: number;
  height: number;
  /** Where it touches the ground, as fractions of its width. */
  footLeft: number;
  footRight: number;
};

function svgOf(body: string, size: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size}" height="${size}" viewBox="0 0 32 32">${body}</svg>`,
  );
}

/** Draws an icon's body with its 32-unit grid `size` pixels wide. */
export async function drawArt(body: string, size: number): Promise<Art> {
  if (!body.includes("filter="))
    return trim(await sharp(svgOf(body, size)).ensureAlpha().raw().toBuffer(), size);
  // The set's inner-shadow filters harden alpha and leave stair-stepped edges. Inside, a blur of less than a pixel
  // heals them; the outline comes from the same drawing without filters, which has a smooth one.
  const drawn = await sharp(svgOf(body, size)).ensureAlpha().blur(0.9).raw().toBuffer();
  const smooth = await sharp(svgOf(body.replace(/ filter="[^"]*"/g, ""), size))
    .ensureAlpha()
    .raw()
    .toBuffer();
  for (let i = 3; i < drawn.length; i += 4) drawn[i] = Math.min(drawn[i] ?? 0, smooth[i] ?? 0);
  return trim(drawn, size);
}

function trim(pixels: Uint8Array, size: number): Art {
  const alphaAt = (x: number, y: number) => pixels[(y * size + x) * 4 + 3] ?? 0;
  const box = { left: size, top: size, right: -1, bottom: -1 };
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (alphaAt(x, y) < 24) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = y;
    }
  }
  const width = box.right - box.left + 1;
  const height = box.bottom - box.top + 1;
  const out = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const start = ((y + box.top) * size + box.left) * 4;
    out.set(pixels.subarray(start, start + width * 4), y * width * 4);
  }
  let [left, right] = [width, 0];
  for (let y = Math.floor(height * 0.95); y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((out[(y * width + x) * 4 + 3] ?? 0) < 128) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  return { pixels: out, width, height, footLeft: left / width, footRight: right / width };
}
