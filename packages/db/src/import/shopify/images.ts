import type { CellReader } from "./cell-reader.ts";
import type { ImportedImage } from "./product.ts";
import type { Row } from "./rows.ts";
import { parseImageUrl, parseInteger } from "./values.ts";
import type { VariantImage } from "./variants.ts";

/**
 * Pictures in the order of `Image Position`, then of the file; the same address is one picture. A variant's
 * picture is linked where it stands among them, and added behind them otherwise.
 */
export function readImages(
  reader: CellReader,
  rows: readonly Row[],
  variantImages: readonly VariantImage[],
): ImportedImage[] {
  const found: (ImportedImage & { position: number })[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.cell("Image Src") === "") {
      if (index > 0 && !hasVariantCells(row)) {
        reader.refuse(row, "Image Src", "is empty, and so is everything about a variant");
      }
      continue;
    }
    const src = reader.parse(row, "Image Src", parseImageUrl, "");
    const position = reader.parse(
      row,
      "Image Position",
      (cell) => (cell === "" ? { value: Number.MAX_SAFE_INTEGER } : parseInteger(cell)),
      0,
    );
    const alt = reader.text(row, "Image Alt Text", 1000);
    if (!found.some((image) => image.src === src))
      found.push({ src, alt, variant: null, position });
  }
  const images: ImportedImage[] = found
    .toSorted((a, b) => a.position - b.position)
    .map(({ position: _position, ...image }) => image);
  for (const { variant, src } of variantImages) {
    const known = images.find((image) => image.src === src);
    if (!known) images.push({ src, alt: "", variant });
    else known.variant ??= variant;
  }
  return images;
}

function hasVariantCells(row: Row): boolean {
  const cells = ["Option1 Value", "Variant Price", "Variant SKU"] as const;
  return cells.some((column) => row.cell(column) !== "");
}
