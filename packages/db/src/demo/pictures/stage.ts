import { accentHue, type Scene } from "./scene.ts";
import { backProps, frontProps } from "./props.ts";
import { surface } from "./tones.ts";

/** Stages are drawn on a grid of 1,000 x 1,250 units: 4:5, the shop's one picture shape. */
export const STAGE_WIDTH = 1000;
const STAGE_HEIGHT = 1250;

function stop(offset: number, color: string, opacity = 1): string {
  return `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`;
}

function radial(id: string, color: string, opacity: number): string {
  // Four stops approximate a bell curve; two would show a visible cone.
  return `<radialGradient id="${id}">${stop(0, color, opacity)}${stop(0.35, color, opacity * 0.72)}${stop(0.7, color, opacity * 0.2)}${stop(1, color, 0)}</radialGradient>`;
}

function definitions(scene: Scene): string {
  const of = (name: Parameters<typeof surface>[1], hue = scene.hue) =>
    surface(scene.tone, name, hue);
  const accent = accentHue(scene);
  const vertical = 'x1="0" y1="0" x2="0" y2="1"';
  const across = scene.light < 0 ? 'x1="0" y1="0" x2="1" y2="0"' : 'x1="1" y1="0" x2="0" y2="0"';
  const glow = scene.tone === "deep" ? 0.28 : 0.75;
  return `<defs>
<linearGradient id="wall" ${vertical}>${stop(0, of("wallTop"))}${stop(1, of("wallLow"))}</linearGradient>
<linearGradient id="floor" ${vertical}>${stop(0, of("floor"))}${stop(1, of("floorNear"))}</linearGradient>
<linearGradient id="cove" ${vertical}>${stop(0, of("floor"), 0)}${stop(0.45, of("floor"))}${stop(1, of("floorNear"))}</linearGradient>
<linearGradient id="shape" ${vertical}>${stop(0, of("shapeLit", accent))}${stop(1, of("shape", accent))}</linearGradient>
<linearGradient id="round" ${across}>${stop(0, of("shapeLit", accent))}${stop(0.3, of("shapeLit", accent))}${stop(0.75, of("shape", accent))}${stop(1, of("shape", accent + 8))}</linearGradient>
<linearGradient id="side" ${across}>${stop(0, of("shapeLit", accent))}${stop(1, of("shape", accent))}</linearGradient>
<linearGradient id="fall" ${vertical}>${stop(0, of("shade"), 0)}${stop(1, of("shade"), scene.tone === "deep" ? 0.5 : 0.22)}</linearGradient>
<linearGradient id="pane" ${vertical}>${stop(0, "#fffaf0", 0.75)}${stop(1, "#fffaf0", 0.28)}</linearGradient>
${radial("lamp", "#fffaf0", glow)}${radial("pool", "#fffaf0", glow * 0.7)}${radial("shade", of("shade"), scene.tone === "deep" ? 0.7 : 0.34)}
<radialGradient id="vignette" cx=".5" cy=".45" r=".75">${stop(0.6, of("shade"), 0)}${stop(1, of("shade"), scene.tone === "deep" ? 0.45 : 0.16)}</radialGradient>
</defs>`;
}

/** The empty stage as SVG at `width` pixels: wall, floor, light and props, everything behind the objects. */
export function stageSvg(scene: Scene, width: number): string {
  const lampX = 500 + scene.light * 330;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round(width * 1.25)}" viewBox="0 0 ${STAGE_WIDTH} ${STAGE_HEIGHT}">${definitions(scene)}
<rect width="1000" height="1250" fill="url(#wall)"/>
<ellipse cx="${lampX}" cy="330" rx="780" ry="700" fill="url(#lamp)"/>
${backProps(scene)}
${scene.horizon === null ? '<rect y="700" width="1000" height="550" fill="url(#cove)"/>' : `<rect y="${scene.horizon}" width="1000" height="${STAGE_HEIGHT - scene.horizon}" fill="url(#floor)"/>`}
<ellipse cx="${500 + scene.light * 120}" cy="1060" rx="620" ry="210" fill="url(#pool)"/>
${frontProps(scene)}
<rect width="1000" height="1250" fill="url(#vignette)"/></svg>`;
}
