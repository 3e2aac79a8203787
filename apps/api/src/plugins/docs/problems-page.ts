import { escapeHtml, reasons, type Reason } from "@meridian/api/server.ts";
import { paper } from "../../http/html.ts";
import { catalogue } from "../../problem/catalogue.ts";

export const css = `${paper}
main { max-width: 760px; margin: 0 auto; padding: 64px 24px 120px; }
h1 { font-size: clamp(34px, 6vw, 52px); line-height: 1.05; letter-spacing: -.03em; margin: 0 0 12px; }
main > p { color: var(--soft); margin: 0 0 48px; max-width: 60ch; }
h2 { font-size: 20px; margin: 56px 0 8px; letter-spacing: -.01em; text-transform: capitalize; }
article { padding: 20px 0; border-top: 1px solid var(--line); scroll-margin-top: 24px; }
article:target { box-shadow: -4px 0 0 var(--act); padding-left: 16px; }
h3 { margin: 0 0 4px; font-size: 18px; display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap; }
h3 b { font-variant-numeric: tabular-nums; color: var(--soft); font-weight: 500; }
code { font: 14px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
h3 a { text-decoration: none; }
article p { margin: 4px 0 0; }
article p + p { color: var(--soft); font-size: 15px; }
`;

/** /docs/problems: what each reason means. A problem's \`type\` leads to its entry here. */
export function problemsPage(): string {
  const groups = Map.groupBy(Object.keys(catalogue) as Reason[], (reason) =>
    reason.includes(".") ? reason.slice(0, reason.indexOf(".")) : "service",
  );
  const sections = [...groups].map(
    ([group, members]) => `<section><h2>${group}</h2>${members.map(article).join("")}</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Problems - Meridian API</title>
<style>${css}</style>
</head>
<body><main>
<h1>Problems</h1>
<p>Every refusal is an <code>application/problem+json</code> document (RFC 9457). Decide by its <code>reason</code>, which never changes. <a href="/docs/">Back to the reference</a></p>
${sections.join("\n")}
</main></body>
</html>
`;
}

function article(reason: Reason): string {
  const { status, title, meaning } = catalogue[reason];
  const details = Object.keys(reasons[reason].shape);
  const list = details.map((name) => `<code>${name}</code>`).join(", ");
  return `<article id="${reason}">
<h3><b>${status}</b> ${escapeHtml(title)} <a href="#${reason}"><code>${reason}</code></a></h3>
<p>${inlineCode(meaning)}</p>${details.length > 0 ? `<p>details: ${list}</p>` : ""}
</article>`;
}

function inlineCode(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}
