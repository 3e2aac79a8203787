import bricolage from "./bricolage-grotesque.woff2" with { turbopackModuleType: "asset" };
import inter from "./inter.woff2" with { turbopackModuleType: "asset" };

/*
 * Neither is preloaded: on a phone they would share the line with the first picture, and all of it would be seen later.
 * The face that stands in has their measures, so that nothing moves when they come.
 */
const faces = [
  // Headings: one face with character, in one weight.
  {
    name: "Bricolage",
    url: bricolage,
    weight: "200 800",
    measures:
      "ascent-override:89.18%;descent-override:25.89%;line-gap-override:0%;size-adjust:104.29%",
  },
  // Text and figures.
  {
    name: "Inter",
    url: inter,
    weight: "400 700",
    measures:
      "ascent-override:89.79%;descent-override:22.36%;line-gap-override:0%;size-adjust:107.89%",
  },
];

export const fontFaces = faces
  .map(
    ({ name, url, weight, measures }) =>
      `@font-face{font-family:${name};src:url(${url})format("woff2");font-display:swap;font-weight:${weight}}` +
      `@font-face{font-family:${name} Stand-in;src:local(Arial),local("Liberation Sans"),local(Roboto);${measures}}`,
  )
  .join("");
