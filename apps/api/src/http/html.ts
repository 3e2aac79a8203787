import { createHash } from "node:crypto";

/** The source expression that lets exactly this inline style through a Content-Security-Policy. */
export function styleSource(css: string): string {
  return `'sha256-${createHash("sha256").update(css).digest("base64")}'`;
}

/** The palette of the pages that the API itself shows: warm paper, deep ink, one action colour. */
export const paper = `
:root { color-scheme: light dark; --paper: #faf7f2; --card: #fffdf9; --ink: #22201d; --soft: #6d675f; --line: #e6dfd4; --act: #1f5eff; --on-act: #fff; }
@media (prefers-color-scheme: dark) { :root { --paper: #14161c; --card: #1c1f27; --ink: #f0ece4; --soft: #a39d92; --line: #2e323c; --act: #8fb0ff; --on-act: #10131a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 ui-sans-serif, system-ui, sans-serif; }
a { color: var(--act); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 3px; border-radius: 4px; }
`;
