import type { Language } from "#i18n/languages.ts";

type Words = Record<"title" | "heading" | "lead" | "retry" | "request", string>;

/** Here and not in the messages: those come with the shell, which is what is missing. */
export const standInWords: Record<Language, Words> = {
  en: {
    title: "Meridian can't be reached",
    heading: "The shop can't be reached right now",
    lead: "Your bag is safe on this device. We are probably restarting: try again in a moment.",
    retry: "Try again",
    request: "Request",
  },
  de: {
    title: "Meridian ist nicht erreichbar",
    heading: "Der Shop ist gerade nicht erreichbar",
    lead: "Deine Tasche ist auf diesem Gerät sicher. Wahrscheinlich starten wir gerade neu: Versuch es gleich noch einmal.",
    retry: "Noch einmal versuchen",
    request: "Vorgang",
  },
  ja: {
    title: "Meridianに接続できません",
    heading: "ただいまショップに接続できません",
    lead: "バッグの中身はこの端末に保存されています。再起動中かもしれません。少し待ってからお試しください。",
    retry: "もう一度試す",
    request: "リクエスト番号",
  },
};

/** The shop's style sheet comes with the shell. */
export const standInCss = `
  html { color-scheme: light dark; background: light-dark(oklch(0.976 0.008 85), oklch(0.185 0.021 268)); color: light-dark(oklch(0.235 0.025 268), oklch(0.956 0.01 85)) }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1.5rem; text-align: center; font: 1.0625rem/1.5 Inter, system-ui, sans-serif }
  main { max-width: 32rem; display: grid; gap: 1.5rem; justify-items: center }
  h1 { margin: 0; font-size: 2rem; line-height: 1.15; letter-spacing: -0.025em }
  p { margin: 0 }
  button, a { display: inline-grid; place-items: center; box-sizing: border-box; text-decoration: none; min-height: 3rem; padding: 0 1.5rem; border: 0; border-radius: 99px; font: inherit; font-weight: 500; cursor: pointer; background: light-dark(oklch(0.475 0.215 265), oklch(0.765 0.125 265)); color: light-dark(oklch(0.99 0.005 85), oklch(0.175 0.03 268)) }
`;
