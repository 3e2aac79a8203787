import { createHash, randomBytes } from "node:crypto";
import { addApplication } from "@meridian/db/api-clients.ts";
import type { Database } from "@meridian/db/client.ts";
import type { FastifyInstance } from "fastify";
import { password } from "./accounts.ts";
import { CookieJar } from "./cookie-jar.ts";
import { post } from "./oauth.ts";

export const redirectUri = "https://app.example/back";

export function makeApplication(
  db: Database,
  scopes: Parameters<typeof addApplication>[1]["scopes"] = ["account", "orders:read"],
) {
  return addApplication(db, {
    name: "Ledger <app>",
    scopes,
    redirectUris: [redirectUri],
    isPublic: true,
  });
}

export function pkce() {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** A browser: it keeps cookies, and follows redirects on this server when told. */
export class Browser {
  readonly #app: FastifyInstance;
  readonly #jar = new CookieJar();

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  async open(url: string, form?: Record<string, string>) {
    const answer = await this.#app.inject({
      method: form === undefined ? "GET" : "POST",
      url,
      headers: {
        ...this.#jar.headers,
        ...(form && { "content-type": "application/x-www-form-urlencoded" }),
        "sec-fetch-site": "same-origin",
      },
      ...(form && { payload: new URLSearchParams(form).toString() }),
    });
    this.#jar.keep(answer);
    return {
      status: answer.statusCode,
      location: String(answer.headers.location),
      text: answer.body,
    };
  }
}

type Ask = { clientId: string; challenge: string } & Record<string, string>;

export function authorizeUrl({ clientId, challenge, ...over }: Ask): string {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: "account offline_access",
    state: "the-state",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...over,
  });
  return `/oauth2/authorize?${query.toString()}`;
}

/** The whole way of somebody who signs in and lets an application in; where the browser is sent at last. */
export async function letIn(app: FastifyInstance, email: string, ask: Ask): Promise<URL> {
  const browser = new Browser(app);
  const toSignIn = await browser.open(authorizeUrl(ask));
  const toAuthorize = await browser.open(toSignIn.location, { email, password });
  const toConsent = await browser.open(toAuthorize.location);
  const back = await browser.open(toConsent.location, { decision: "allow" });
  return new URL(back.location);
}

export function redeem(
  app: FastifyInstance,
  clientId: string,
  code: string,
  verifier: string,
  over: Record<string, string> = {},
) {
  return post(app, "/oauth2/token", {
    grant_type: "authorization_code",
    client_id: clientId,
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
    ...over,
  });
}

export function refresh(app: FastifyInstance, clientId: string, token: unknown) {
  return post(app, "/oauth2/token", {
    grant_type: "refresh_token",
    client_id: clientId,
    refresh_token: String(token),
  });
}

/** A token that somebody gave to an application: it acts for them. */
export async function bearerOfUser(app: FastifyInstance, db: Database, email: string) {
  const { id: clientId } = await makeApplication(db);
  const { verifier, challenge } = pkce();
  const back = await letIn(app, email, { clientId, challenge });
  const { status, body } = await redeem(
    app,
    clientId,
    back.searchParams.get("code") ?? "",
    verifier,
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { authorization: `Bearer ${String(body["access_token"])}` };
}
