export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];
export const themeKey = "meridian.theme";

/** Runs while the page is parsed, before anything is painted: no flash of the other theme. */
export const themeScript = `try{var t=localStorage.getItem("${themeKey}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{};`;
