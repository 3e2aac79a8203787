import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

type IconSet = { icons: Record<string, { body: string }> };

let loaded: IconSet | undefined;

function iconSet(): IconSet {
  loaded ??= JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve("@iconify-json/fluent-emoji/icons.json"),
      "utf8",
    ),
  ) as IconSet;
  return loaded;
}

export function hasIcon(name: string): boolean {
  return name in iconSet().icons;
}

/** The drawing of an object on its 32 x 32 grid, as the inside of an `<svg>`. */
export function iconBody(name: string): string {
  const icon = iconSet().icons[name];
  if (!icon) throw new Error(`The icon set has no "${name}".`);
  return icon.body;
}
