/**
 * Cuts the two fonts to what the shop writes with: `pnpm --filter @meridian/web fonts`. They stand in the way of the first picture on
 * a phone, and are 58 kB so, not 126.
 */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { characters } from "./characters.ts";

const packages = join(import.meta.dirname, "../../../node_modules/@fontsource-variable");
/** Figures of one width, and the shapes that base.css asks for, beside what text needs. */
const keepFeatures = [
  "kern",
  "liga",
  "calt",
  "ccmp",
  "locl",
  "mark",
  "mkmk",
  "tnum",
  "ss03",
  "cv11",
];

const fonts = {
  // One weight for all headings, in all sizes.
  "bricolage-grotesque": {
    file: "bricolage-grotesque-latin-opsz-normal.woff2",
    variationAxes: { wght: 650, opsz: { min: 14, max: 60 } },
  },
  inter: {
    file: "inter-latin-wght-normal.woff2",
    variationAxes: { wght: { min: 400, max: 700 } },
  },
} as const;

for (const [name, { file, variationAxes }] of Object.entries(fonts)) {
  const source = readFileSync(join(packages, name, "files", file));
  const options = { targetFormat: "woff2", noHinting: true, keepFeatures, variationAxes } as const;
  const cut = await subsetFont(source, characters, options);
  writeFileSync(join(import.meta.dirname, `${name}.woff2`), cut);
  copyFileSync(join(packages, name, "LICENSE"), join(import.meta.dirname, `${name}.LICENSE`));
}
