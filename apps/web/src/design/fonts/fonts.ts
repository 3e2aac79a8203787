import localFont from "next/font/local";

/*
 * Neither is preloaded: on a phone they would share the line with the style sheet and the first picture, and all of it would be
 * seen half a second later. The face that stands in has their measures, so that nothing moves when they come.
 */

/** Headings: one face with character, in one weight. */
export const bricolage = localFont({
  src: "./bricolage-grotesque.woff2",
  weight: "200 800",
  variable: "--font-bricolage",
  display: "swap",
  preload: false,
});

/** Text and figures. */
export const inter = localFont({
  src: "./inter.woff2",
  weight: "400 700",
  variable: "--font-inter",
  display: "swap",
  preload: false,
});
