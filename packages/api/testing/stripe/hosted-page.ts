/** The page of a Checkout Session: the shopper pays there, tries another card, or goes back to the shop. */
import type { ServerResponse } from "node:http";
import { Stripe } from "stripe";
import { escapeHtml } from "../../src/kernel/escape-html.ts";
import type { Books } from "./books.ts";
import type { Request } from "./stand-in.ts";

/** As of Stripe's own test cards; any other pays. */
const declined = "4000000000000002";
const path = /^\/c\/pay\/(\w+)$/;

type Session = NonNullable<ReturnType<Books["sessions"]["get"]>>;

export class HostedPage {
  readonly #books: Books;
  /** The shop's address for notices. Undefined: it is told nothing. */
  notices: { url: string; secret: string } | undefined;

  constructor(books: Books) {
    this.#books = books;
  }

  isAsked(request: Request): boolean {
    return path.test(request.path) || request.path === "/silence";
  }

  async answer({ method, path: asked, form }: Request, response: ServerResponse): Promise<void> {
    // Of the stand-in alone: notices are late, from now on.
    if (asked === "/silence") {
      this.notices = undefined;
      return void response.writeHead(204).end();
    }
    const session = this.#books.sessions.get(path.exec(asked)?.[1] ?? "");
    if (session?.status !== "open") return show(response, 404, "<h1>This page is over</h1>");
    if (method === "GET") return show(response, 200, pageOf(session));
    if (form["card"]?.replaceAll(" ", "") === declined)
      return show(response, 200, pageOf(session, "Your card was declined."));
    this.#books.paySession(session.id);
    await this.#tell(session);
    response.writeHead(303, { location: session.success_url }).end();
  }

  /** Stripe repeats what was not taken for days; who stands in for it says it once. */
  async #tell(session: Session): Promise<void> {
    if (this.notices === undefined) return;
    const { url, secret } = this.notices;
    const type = "checkout.session.completed";
    const payload = JSON.stringify({ object: "event", type, data: { object: session } });
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
    await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", "stripe-signature": signature },
      body: payload,
    });
  }
}

function pageOf({ amount_total: amount, currency, cancel_url: back }: Session, alert = ""): string {
  return `<h1>Pay ${currency.toUpperCase()} ${amount}</h1>
${alert === "" ? "" : `<p role="alert">${escapeHtml(alert)}</p>`}
<form method="post"><label>Card number <input name="card" required></label> <button>Pay</button></form>
<a href="${escapeHtml(back)}">Back to the shop</a>`;
}

function show(response: ServerResponse, status: number, content: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
  response.end(
    `<!doctype html><html lang="en"><title>A stand-in for Stripe</title><main>${content}</main></html>`,
  );
}
