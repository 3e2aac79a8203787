import { escapeHtml } from "@meridian/api/server.ts";
import { readFileSync } from "node:fs";
import { Marked } from "marked";
import { paper } from "../../http/html.ts";

/** In the order in which an integrator needs them; each is a file of docs/guides. */
const names = [
  "authenticate",
  "sync-the-catalogue",
  "manage-the-catalogue",
  "import-and-export",
  "keep-stock-in-step",
  "place-an-order",
  "receive-events",
  "go-live",
];

export const guidesCss = `${paper}
main { max-width: 760px; margin: 0 auto; padding: 48px 24px 120px; }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: 15px; margin-bottom: 56px; }
nav [aria-current] { color: var(--ink); text-decoration: none; font-weight: 600; }
h1 { font-size: clamp(34px, 6vw, 52px); line-height: 1.05; letter-spacing: -.03em; margin: 0 0 24px; }
h2 { font-size: 24px; margin: 56px 0 8px; letter-spacing: -.01em; }
code { font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 20px; overflow-x: auto; }
pre code { overflow-wrap: normal; }
table { border-collapse: collapse; width: 100%; font-size: 15px; display: block; overflow-x: auto; }
th, td { text-align: left; padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
`;

export type Guide = { path: string; title: string; html: string };

/** Links are written to lead somewhere in the repository, too: to the files beside, and to a shop on this machine. */
function served(href: string): string {
  return href
    .replace(/^([a-z-]+)\.md$/, "/docs/guides/$1")
    .replace(/^http:\/\/localhost:4000\//, "/");
}

/** docs/guides as pages. They are ours: what they say is trusted. */
export function guidePages(): Guide[] {
  const marked = new Marked({
    gfm: true,
    walkTokens(token) {
      if (token.type === "link") token.href = served(token.href);
    },
  });
  const guides = names.map((name) => {
    const markdown = readFileSync(
      new URL(`../../../../../docs/guides/${name}.md`, import.meta.url),
      "utf8",
    );
    const title = /^# (.+)$/m.exec(markdown)?.[1] ?? name;
    return { path: `/docs/guides/${name}`, title, html: marked.parse(markdown) as string };
  });
  return guides.map((guide) => ({ ...guide, html: page(guide, guides) }));
}

function page({ path, title, html }: Guide, all: readonly Guide[]): string {
  const links = all.map((one) => {
    const current = one.path === path ? ' aria-current="page"' : "";
    return `<a href="${one.path}"${current}>${escapeHtml(one.title)}</a>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Meridian API</title>
<style>${guidesCss}</style>
</head>
<body><main>
<nav aria-label="Guides">${links.join("\n")}
<a href="/docs/">Reference</a>
<a href="/docs/problems">Problems</a></nav>
${html}
</main></body>
</html>
`;
}
