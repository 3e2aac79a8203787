import type { Scene } from "./scene.ts";

type Prop = (scene: Scene) => string;

function cylinder(x: number, top: number, radius: number, bottom: number): string {
  const flat = radius * 0.2;
  const body = `M${x - radius} ${top}V${bottom}A${radius} ${flat} 0 0 0 ${x + radius} ${bottom}V${top}Z`;
  return `<ellipse cx="${x}" cy="${bottom + 12}" rx="${radius * 1.35}" ry="${flat * 1.9}" fill="url(#shade)"/>
<path d="${body}" fill="url(#round)"/><path d="${body}" fill="url(#fall)"/>
<ellipse cx="${x}" cy="${top}" rx="${radius}" ry="${flat}" fill="url(#side)"/><ellipse cx="${x}" cy="${top}" rx="${radius}" ry="${flat}" fill="#fffaf0" opacity=".28"/>`;
}

/** A block seen from slightly above: a front face and a lighter top. */
function block(x: number, top: number, width: number, bottom: number, depth: number): string {
  const slant = depth * 0.35;
  const topFace = `M${x} ${top}L${x + slant} ${top - depth}H${x + width - slant}L${x + width} ${top}Z`;
  return `<ellipse cx="${x + width / 2}" cy="${bottom + 6}" rx="${width * 0.66}" ry="46" fill="url(#shade)"/>
<rect x="${x}" y="${top}" width="${width}" height="${bottom - top}" fill="url(#side)"/><rect x="${x}" y="${top}" width="${width}" height="${bottom - top}" fill="url(#fall)"/>
<path d="${topFace}" fill="url(#side)"/><path d="${topFace}" fill="#fffaf0" opacity=".34"/>`;
}

function archPath(left: number, right: number, spring: number, bottom: number): string {
  const radius = (right - left) / 2;
  return `M${left} ${bottom}V${spring}A${radius} ${radius} 0 0 1 ${right} ${spring}V${bottom}Z`;
}

function panes(light: -1 | 1): string {
  const cells = [0, 1].flatMap((column) =>
    [0, 1, 2].map((row) => ({ x: 300 + column * 215, y: 90 + row * 235 })),
  );
  const lean = light * -150;
  const paths = cells.map(({ x, y }) => {
    const at = (px: number, py: number) =>
      `${px + (lean * (py - 90)) / 700 + light * -40} ${py + (px - 300) * light * -0.12}`;
    return `<path d="M${at(x, y)}L${at(x + 190, y)}L${at(x + 190, y + 210)}L${at(x, y + 210)}Z"/>`;
  });
  // Light through a window has a soft rim: two passes, the wider one faint.
  const all = paths.join("");
  return `<g fill="url(#pane)" opacity=".85">${all}</g><g fill="none" stroke="#fffaf0" stroke-width="14" stroke-linejoin="round" opacity=".16">${all}</g>`;
}

function flutes(): string {
  const bars = Array.from({ length: 17 }, (_, i) => {
    const x = i * 60 - 10;
    return `<rect x="${x}" width="60" height="900" fill="url(#round)" opacity=".42"/><rect x="${x}" width="3" height="900" fill="url(#fall)" opacity=".8"/>`;
  });
  return bars.join("");
}

const behind: Partial<Record<Scene["kind"], Prop>> = {
  arch: () =>
    `<path d="${archPath(165, 835, 520, 905)}" fill="url(#shape)"/><path d="${archPath(205, 835, 540, 905)}" fill="url(#wall)" opacity=".38"/>`,
  disc: ({ light }) => `<circle cx="${500 + light * -60}" cy="560" r="375" fill="url(#shape)"/>`,
  window: ({ light, tone }) =>
    `<g opacity="${tone === "deep" ? 0.22 : tone === "rich" ? 0.5 : 0.8}">${panes(light)}</g>`,
  flutes,
  steps: ({ light }) =>
    `<circle cx="${500 - light * 190}" cy="420" r="235" fill="url(#shape)" opacity=".75"/>`,
  pair: () => `<path d="${archPath(330, 880, 470, 1000)}" fill="url(#shape)" opacity=".7"/>`,
  niche: () =>
    `<path d="${archPath(130, 870, 480, 955)}" fill="url(#shape)"/><path d="${archPath(180, 820, 500, 955)}" fill="url(#wall)" opacity=".5"/>`,
};

const front: Partial<Record<Scene["kind"], Prop>> = {
  plinth: () => cylinder(500, 900, 330, 1110),
  steps: () => block(130, 840, 550, 1030, 62) + block(600, 985, 350, 1060, 52),
  pair: () => cylinder(600, 872, 262, 1050),
};

/** What stands or hangs behind the floor line. */
export function backProps(scene: Scene): string {
  return behind[scene.kind]?.(scene) ?? "";
}

/** What stands on the floor. */
export function frontProps(scene: Scene): string {
  return front[scene.kind]?.(scene) ?? "";
}
