import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "@playwright/test";

export const widths = [375, 768, 1440] as const;
const themes = ["light", "dark"];

/** Where `pnpm screens` leaves its pictures; made anew each time. */
export const folder = resolve(import.meta.dirname, "../../test-results/screens");

type Screen = { state: string; theme: string; width: number };

const divider = " @ ";

/** The name that a picture is found by, and that tells what it shows. */
export function fileOf({ state, theme, width }: Screen): string {
  return `${state}${divider}${width} ${theme}.jpg`;
}

/** Writes `index.html`, and all of it as one picture: a row per state, each width in both themes. */
export async function writeSheet(browser: Browser): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const files = new Set(readdirSync(folder));
  const states = new Set(
    [...files].flatMap((file) => (file.includes(divider) ? [file.split(divider)[0] ?? ""] : [])),
  );
  if (states.size === 0) throw new Error("There are no screens: the tour has not been made.");
  const rows = [...states].map((state) => {
    const screens = widths.flatMap((width) =>
      themes.map((theme) => {
        const file = fileOf({ state, theme, width });
        if (!files.has(file)) return `<p>${width} ${theme}: missing</p>`;
        return `<a href="${encodeURIComponent(file)}"><img src="${encodeURIComponent(file)}" style="width:${width / 4}px" alt="${state}, ${width} px, ${theme}"></a>`;
      }),
    );
    return `<section><h2>${state}</h2><div>${screens.join("")}</div></section>`;
  });
  const sheet = join(folder, "index.html");
  writeFileSync(
    sheet,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Meridian: every page and state</title>
<style>body{margin:24px;background:#8a8a8a;font:14px sans-serif}div{display:flex;gap:12px;align-items:flex-start}
h2{font-size:16px;margin:24px 0 8px}img{display:block;max-height:420px;object-fit:cover;object-position:top}</style>
${rows.join("\n")}</html>`,
  );
  const page = await browser.newPage({ viewport: { width: 1_420, height: 900 } });
  await page.goto(pathToFileURL(sheet).href, { waitUntil: "load" });
  await page.screenshot({
    path: join(folder, "sheet.jpg"),
    type: "jpeg",
    quality: 75,
    fullPage: true,
  });
  await page.close();
}

/** The picture that the README begins with: a page in each theme, and one on a phone. `docs/pictures/shop.jpg` is a copy. */
export async function writeShowpiece(browser: Browser): Promise<void> {
  const figure = (screen: Screen, width: number) =>
    `<img src="${encodeURIComponent(fileOf(screen))}" alt="" style="width:${width}px">`;
  const piece = join(folder, "shop.html");
  writeFileSync(
    piece,
    `<!doctype html><meta charset="utf-8"><style>
body{margin:0;padding:24px;display:flex;gap:20px;background:#8c93a8;width:1552px;height:512px}
img{height:512px;object-fit:cover;object-position:top;border-radius:14px}</style>
${figure({ state: "home", theme: "light", width: 1_440 }, 660)}
${figure({ state: "bag", theme: "dark", width: 375 }, 232)}
${figure({ state: "product", theme: "dark", width: 1_440 }, 620)}`,
  );
  const page = await browser.newPage({ viewport: { width: 1_600, height: 560 } });
  await page.goto(pathToFileURL(piece).href, { waitUntil: "load" });
  await page.screenshot({ path: join(folder, "shop.jpg"), type: "jpeg", quality: 88 });
  await page.close();
}
