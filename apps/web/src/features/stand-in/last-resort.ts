import { referenceMark } from "#features/stand-in/addresses.ts";
import { standInCss, standInWords } from "#features/stand-in/words.ts";
import { themeScript } from "#features/theme/theme.ts";
import { joinAddress } from "#i18n/addresses.ts";
import type { Language } from "#i18n/languages.ts";

const search: Record<Language, string> = {
  en: "Search the shop",
  de: "Den Shop durchsuchen",
  ja: "ショップ内を検索",
};

const css = `${standInCss}
  html[data-theme="light"] { color-scheme: light }
  html[data-theme="dark"] { color-scheme: dark }
  input { min-height: 3rem; padding: 0 1.5rem; border: 1px solid; border-radius: 99px; font: inherit; color: inherit; background: transparent }
`;

/** A page without the shop around it, for when not even its shell can be made. */
export function lastResort(language: Language, isFailure: boolean): string {
  const t = standInWords[language];
  const results = joinAddress({ language, path: "/search" });
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t.title}</title>
<style>${css}</style>
<script>${themeScript}</script>
</head>
<body>
<main>
<h1>${t.heading}</h1>
<p>${t.lead}</p>
<a href="">${t.retry}</a>
<form action="${results}" role="search"><input type="search" name="q" aria-label="${search[language]}" placeholder="${search[language]}"></form>
${isFailure ? `<p>${t.request} ${referenceMark}</p>` : ""}
</main>
</body>
</html>`;
}
