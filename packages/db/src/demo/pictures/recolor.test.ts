import { describe, expect, test } from "vitest";
import { hex, hueDistance, toOklab, toRgb } from "./oklch.ts";
import { dominantColor, recolor } from "./recolor.ts";

const pixels = (...colors: [number, number, number, number][]) => {
  const out = new Uint8Array(colors.length * 400);
  for (let i = 0; i < colors.length * 100; i += 1)
    out.set(colors[Math.floor(i / 100)] ?? [0, 0, 0, 0], i * 4);
  return out;
};
const red: [number, number, number, number] = [210, 40, 60, 255];
const wood: [number, number, number, number] = [120, 110, 40, 255];
const grey: [number, number, number, number] = [190, 188, 195, 255];
const at = (data: Uint8Array, index: number) => [...data.subarray(index * 4, index * 4 + 4)];

describe("oklch", () => {
  test("goes to OKLab and back within a step", () => {
    for (const rgb of [
      [0, 0, 0],
      [255, 255, 255],
      [210, 40, 60],
      [12, 200, 133],
    ] as [number, number, number][]) {
      toRgb(...toOklab(...rgb)).forEach((value, i) =>
        expect(Math.abs(value - (rgb[i] ?? 0))).toBeLessThanOrEqual(1),
      );
    }
    expect(hex({ l: 1, c: 0, h: 0 })).toBe("#ffffff");
  });

  test("measures hues the short way round", () => {
    expect(hueDistance(350, 10)).toBe(20);
    expect(hueDistance(10, 350)).toBe(-20);
  });
});

describe("recolor", () => {
  const green = { l: 0.7, c: 0.18, h: 145 };

  test("turns the largest surface and leaves trim of another hue, and alpha, alone", () => {
    const data = pixels(red, red, wood);
    recolor(data, green);
    const [r, g, , alpha] = at(data, 0);
    expect(g).toBeGreaterThan((r ?? 0) + 50);
    expect(alpha).toBe(255);
    expect(at(data, 250)).toEqual(wood);
  });

  test("turns the surface that is named, although it is smaller", () => {
    const data = pixels(red, red, wood);
    recolor(data, green, dominantColor(pixels(wood)).h);
    expect(at(data, 0)).toEqual(red);
    expect(at(data, 250)).not.toEqual(wood);
  });

  test("gives grey things colour", () => {
    const data = pixels(grey);
    recolor(data, { l: 0.6, c: 0.2, h: 20 });
    expect((at(data, 0)[0] ?? 0) - (at(data, 0)[1] ?? 0)).toBeGreaterThan(60);
  });
});
