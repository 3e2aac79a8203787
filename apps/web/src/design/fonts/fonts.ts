import localFont from "next/font/local";

/** Headings: one face with character, in one weight. */
export const bricolage = localFont({
  src: "./bricolage-grotesque.woff2",
  weight: "200 800",
  variable: "--font-bricolage",
  display: "swap",
});

/** Text and figures. */
export const inter = localFont({
  src: "./inter.woff2",
  weight: "400 700",
  variable: "--font-inter",
  display: "swap",
});
