import { escapeHtml } from "@meridian/api/server.ts";
import { paper } from "../../http/html.ts";

export const css = `${paper}
main { min-height: 100svh; display: grid; place-items: center; padding: 24px; }
section { width: 100%; max-width: 440px; background: var(--card); border-radius: 20px; padding: 36px 32px; box-shadow: 0 24px 60px -28px rgb(0 0 0 / .35); }
small { color: var(--soft); letter-spacing: .08em; text-transform: uppercase; font-size: 12px; }
h1 { margin: 8px 0 4px; font-size: 27px; line-height: 1.15; letter-spacing: -.02em; }
p, ul { margin: 0 0 24px; color: var(--soft); }
form { display: grid; gap: 16px; }
label { display: grid; gap: 6px; font-weight: 600; }
input { min-height: 48px; border: 1.5px solid var(--line); border-radius: 12px; padding: 0 14px; font: inherit; background: transparent; color: inherit; }
button { min-height: 52px; border: 0; border-radius: 14px; font: inherit; font-weight: 600; cursor: pointer; background: var(--act); color: var(--on-act); }
button[value=deny] { background: transparent; color: var(--ink); box-shadow: inset 0 0 0 1.5px var(--line); }
[role=alert] { color: inherit; border-left: 4px solid var(--act); padding-left: 12px; }
`;

/** A page of its own: no script, one form. `content` is HTML; `error` is text. */
export function page(title: string, content: string, error?: string): string {
  const alert = error === undefined ? "" : `<p role="alert">${escapeHtml(error)}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} - Meridian</title>
<style>${css}</style>
</head>
<body><main><section><small>Meridian</small><h1>${escapeHtml(title)}</h1>${alert}${content}</section></main></body>
</html>
`;
}

/** @param forgottenUrl the storefront's page that mails a link */
export const signInPage = (forgottenUrl: string, error?: string) =>
  page(
    "Sign in",
    `<form method="post">
       <label>E-mail <input name="email" type="email" autocomplete="username" required></label>
       <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
       <button>Sign in</button>
     </form>
     <p><a href="${escapeHtml(forgottenUrl)}">Forgot the password?</a></p>`,
    error,
  );

export const codePage = (error?: string) =>
  page(
    "Your code",
    `<p>The six digits of your authenticator app, or a backup code.</p>
     <form method="post">
       <label>Code <input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="40" required></label>
       <button>Go on</button>
     </form>`,
    error,
  );

export function consentPage(application: string, wants: readonly string[]): string {
  const items = wants.map((want) => `<li>${escapeHtml(want)}</li>`).join("");
  return page(
    `Let ${application} use your account?`,
    `<p>It asks to:</p><ul>${items}</ul>
     <form method="post">
       <button name="decision" value="allow">Allow</button>
       <button name="decision" value="deny">Deny</button>
     </form>`,
  );
}

export const notePage = (title: string, text: string) => page(title, `<p>${escapeHtml(text)}</p>`);
