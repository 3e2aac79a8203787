/**
 * A mail as mail programs show it: one card on paper, in the storefront's colours. Styles stand in the tags, since some programs drop
 * all others; the dark ones are for those that don't. Only figures stand in a table.
 */
import { escapeHtml } from "./escape-html.ts";
import type { Language } from "./language.ts";
import type { MailLink, MailRow, MailWords } from "./mail.ts";

type Part = MailWords["paragraphs"][number];

/** `light-dark()` and OKLCH of the storefront's tokens, for programs that know neither. */
const light = {
  paper: "#faf7f1",
  card: "#fefdfa",
  line: "#e2dccf",
  ink: "#191e2a",
  quiet: "#525662",
  action: "#1e49d2",
  onAction: "#fdfcf9",
};
const dark = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background: #0f121c !important; }
  .card { background: #181c28 !important; }
  .ink { color: #f3f0e9 !important; }
  .quiet { color: #b4afa4 !important; }
  .link { color: #8cb1ff !important; }
  .action { background: #8cb1ff !important; color: #0d1120 !important; }
  .line { border-color: #333847 !important; }
}`;

const face = "font-family:ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
const body = "font-size:16px;line-height:1.55;margin:0 0 16px;overflow-wrap:anywhere";

/** An order's number, which has a hyphen in it, stands in one line. */
const wholeNumbers = (html: string) =>
  html.replaceAll(/\b[A-Z]+-\d+\b/g, '<span style="white-space:nowrap">$&</span>');

export function mailHtml(
  { subject, paragraphs, button, after = [] }: MailWords,
  { link, language }: { link: string; language: Language },
): string {
  const title = escapeHtml(subject);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${dark}
</style>
</head>
<body class="paper ink" style="${face};margin:0;padding:0;background:${light.paper};color:${light.ink};-webkit-text-size-adjust:100%">
<div class="paper" style="padding:24px 12px;background:${light.paper}">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 16px;padding:0 24px"><a class="ink" href="${escapeHtml(homeOf(link))}" style="color:${light.ink};font-size:18px;font-weight:700;letter-spacing:-0.01em;text-decoration:none">Meridian</a></p>
<div class="card" style="padding:28px 24px;border-radius:20px;background:${light.card}">
<h1 class="ink" style="margin:0 0 16px;color:${light.ink};font-size:24px;line-height:1.25;letter-spacing:-0.01em;overflow-wrap:anywhere">${wholeNumbers(title)}</h1>
${paragraphs.map(partHtml).join("\n")}
${buttonHtml(button, link)}
${after.map(asideHtml).join("\n")}
</div>
</div>
</div>
</body>
</html>
`;
}

function partHtml(part: Part): string {
  if (Array.isArray(part)) return rowsHtml(part);
  const style = `${body};color:${light.ink};white-space:pre-line`;
  return `<p class="ink" style="${style}">${inlineHtml(part)}</p>`;
}

function asideHtml(part: string | MailLink): string {
  const style = `margin:16px 0 0;color:${light.quiet};font-size:14px;line-height:1.5;overflow-wrap:anywhere`;
  return `<p class="quiet" style="${style}">${inlineHtml(part)}</p>`;
}

/** Where the words are the link, no colon leads to it. */
function inlineHtml(part: string | MailLink): string {
  if (typeof part === "string") return escapeHtml(part);
  const words = escapeHtml(part.label.replace(/[:：]$/, ""));
  if (!isOnTheWeb(part.url)) return words;
  return `<a class="link" href="${escapeHtml(part.url)}" style="color:${light.action}">${words}</a>`;
}

function rowsHtml(rows: readonly MailRow[]): string {
  const hasAmounts = rows.some(({ amount }) => amount !== undefined);
  if (!hasAmounts) {
    const items = rows.map(({ what }) => `<li style="margin:0 0 4px">${escapeHtml(what)}</li>`);
    return `<ul class="ink" style="${body};color:${light.ink};padding-left:20px">${items.join("")}</ul>`;
  }
  return `<table style="width:100%;margin:4px 0 20px;border-collapse:collapse;font-size:16px;line-height:1.4">${rows.map(rowHtml).join("\n")}</table>`;
}

function rowHtml({ what, amount = "", note, isTotal = false }: MailRow): string {
  const cell = `padding:10px 0;border-top:1px solid ${light.line};color:${light.ink};vertical-align:top;font-weight:${isTotal ? 700 : 400}`;
  const beside =
    note === undefined
      ? ""
      : `<br><span class="quiet" style="color:${light.quiet};font-size:14px;font-weight:400">${escapeHtml(note)}</span>`;
  return `<tr><th scope="row" class="ink line" style="${cell};text-align:left;overflow-wrap:anywhere">${escapeHtml(what)}${beside}</th>
<td class="ink line" style="${cell};padding-left:16px;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums">${escapeHtml(amount)}</td></tr>`;
}

function buttonHtml(label: string, link: string): string {
  const style = `display:inline-block;padding:14px 26px;border-radius:999px;background:${light.action};color:${light.onAction};font-size:16px;line-height:1.25;font-weight:600;text-decoration:none`;
  return `<p style="margin:24px 0 0"><a class="action" href="${escapeHtml(link)}" style="${style}">${escapeHtml(label)}</a></p>`;
}

function isOnTheWeb(url: string): boolean {
  return /^https?:\/\//.test(url);
}

function homeOf(link: string): string {
  return new URL(link).origin;
}
