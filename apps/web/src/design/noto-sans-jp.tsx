import "@fontsource-variable/noto-sans-jp/index.css";

/** Carries its style sheet into the page. */
export function NotoSansJp() {
  return null;
}
