import type { TestChallenge } from "@meridian/api/server.ts";
import { escapeHtml, formatMoney } from "@meridian/api/server.ts";
import { paper } from "../../http/html.ts";

export const css = `${paper}
main { min-height: 100svh; display: grid; place-items: center; padding: 24px; }
section { width: 100%; max-width: 420px; background: var(--card); border-radius: 20px; padding: 36px 32px; box-shadow: 0 24px 60px -28px rgb(0 0 0 / .35); }
small { color: var(--soft); letter-spacing: .08em; text-transform: uppercase; font-size: 12px; }
h1 { margin: 8px 0 4px; font-size: 27px; line-height: 1.15; letter-spacing: -.02em; }
p { margin: 0 0 24px; color: var(--soft); }
output { display: block; margin: 0 0 28px; font-size: 40px; font-weight: 650; letter-spacing: -.03em; font-variant-numeric: tabular-nums; }
form { display: grid; gap: 12px; }
button { min-height: 52px; border: 0; border-radius: 14px; font: inherit; font-weight: 600; cursor: pointer; background: var(--act); color: var(--on-act); }
button[value=decline] { background: transparent; color: var(--ink); box-shadow: inset 0 0 0 1.5px var(--line); }
`;

/** The shopper's step at the built-in test bank. */
export function challengePage(challenge: TestChallenge): string {
  const amount = escapeHtml(formatMoney(challenge.amount));
  return page(
    "Confirm the payment",
    `<p>This is the built-in test bank. No money moves.</p>
     <output>${amount}</output>
     <form method="post">
       <button name="decision" value="approve">Approve payment</button>
       <button name="decision" value="decline">Decline</button>
     </form>`,
  );
}

/** For when there is nothing to decide any more and nowhere safe to go back to. */
export function donePage(challenge: TestChallenge): string {
  const isPaid = challenge.state === "succeeded";
  return page(
    isPaid ? "Payment approved" : "Payment not made",
    "<p>You can close this window and go back to the shop.</p>",
  );
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} - Test bank</title>
<style>${css}</style>
</head>
<body><main><section><small>Test bank</small><h1>${title}</h1>${content}</section></main></body>
</html>
`;
}
