import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoProducts } from "../shop.ts";
import { Manifest } from "./manifest.ts";
import { planPictures } from "./plan.ts";
import { renderPictures } from "./render.ts";

const mediaDir = mkdtempSync(join(tmpdir(), "meridian-pictures-"));
const soap = demoProducts.filter(({ handle }) => handle === "orchard-soap");
const file = (name: string) => join(mediaDir, "orchard-soap", name);

const steps: string[] = [];

beforeAll(async () => {
  await renderPictures(soap, mediaDir, (done, total) => steps.push(`${done}/${total}`));
}, 120_000);
afterAll(() => rmSync(mediaDir, { recursive: true }));

test("a product's pictures are there in every width and format, all 4:5", async () => {
  const widths = { hero: [320, 640, 1080, 1600], detail: [320, 640, 1080], set: [320, 640, 1080] };
  const expected = Object.entries(widths).flatMap(([name, each]) =>
    each.flatMap((width) => [`${name}-${width}.avif`, `${name}-${width}.webp`]),
  );
  expect(readdirSync(join(mediaDir, "orchard-soap")).toSorted()).toEqual(expected.toSorted());
  for (const name of expected) {
    const { width, height } = await sharp(file(name)).metadata();
    const wanted = Number(/-(\d+)\./.exec(name)?.[1]);
    expect({ width, height }).toEqual({ width: wanted, height: wanted * 1.25 });
  }
});

test("the object stands out from its stage", async () => {
  const colorAt = async (left: number, top: number) => [
    ...(await sharp(file("hero-320.webp"))
      .extract({ left, top, width: 20, height: 20 })
      .resize(1)
      .raw()
      .toBuffer()),
  ];
  const [object, stage] = [await colorAt(150, 190), await colorAt(0, 0)];
  expect(Math.max(...object.map((value, i) => Math.abs(value - (stage[i] ?? 0))))).toBeGreaterThan(
    30,
  );
});

test("only what is missing or changed is drawn again", async () => {
  expect(await renderPictures(soap, mediaDir)).toBe(0);
  rmSync(file("set-640.webp"));
  expect(await renderPictures(soap, mediaDir)).toBe(1);
  const moved = soap.map((product) => ({ ...product, with: ["bubbles", "tulip"] as const }));
  expect(await renderPictures(moved, mediaDir)).toBe(1);
}, 120_000);

test("each picture that is drawn is told of", () => {
  expect(steps).toEqual(["0/3", "1/3", "2/3", "3/3"]);
});

test("of a record that can't be read nothing is believed", () => {
  const [product] = soap;
  const plans = product === undefined ? [] : planPictures(product);
  const known = () => plans.map((plan) => Manifest.read(mediaDir).isCurrent("orchard-soap", plan));
  expect(known()).toContain(true);
  writeFileSync(join(mediaDir, ".pictures.json"), "{ not json");
  expect(known()).toEqual([false, false, false]);
});
