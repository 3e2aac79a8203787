import { exchange, type Wire } from "./exchange.ts";
import type { TokenSource } from "./tokens.ts";

export type ClientCredentials = {
  /** Where the API is, without a path. */
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  /** Fewer than the client may have; all of them unless told. */
  scopes?: readonly string[];
  fetch?: typeof fetch;
};

/** A token is renewed this long before it ends, so that none ends on its way. */
const marginMs = 30_000;

/** Access tokens of an API client (RFC 6749, 4.4): kept until shortly before they end, asked for once however many calls wait. */
export function clientCredentials({
  scopes,
  fetch: given,
  ...client
}: ClientCredentials): TokenSource {
  const wire: Wire = {
    fetch: given ?? globalThis.fetch.bind(globalThis),
    token: async () => undefined,
    longestWaitMs: 60_000,
  };
  let current: { token: string; endsAt: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const { text } = await exchange(
      wire,
      {
        url: new URL("/oauth2/token", client.baseUrl).href,
        method: "POST",
        contentType: "application/x-www-form-urlencoded",
        body: new URLSearchParams({
          grant_type: "client_credentials",
          ...(scopes && { scope: scopes.join(" ") }),
        }).toString(),
        headers: { authorization: `Basic ${basic(client.clientId, client.clientSecret)}` },
        // A token that nobody got does no harm.
        isRepeatable: true,
        isReplayed: true,
      },
      {},
    );
    const answer = JSON.parse(text) as { access_token: string; expires_in: number };
    current = {
      token: answer.access_token,
      endsAt: Date.now() + answer.expires_in * 1_000 - marginMs,
    };
    return current.token;
  }

  return (refused) => {
    const isGood = current && current.token !== refused && current.endsAt > Date.now();
    if (isGood) return Promise.resolve(current?.token);
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  };
}

/** Both parts form-encoded first, as RFC 6749 (2.3.1) asks. */
function basic(id: string, secret: string): string {
  const encoded = (text: string) => encodeURIComponent(text).replaceAll("%20", "+");
  return btoa(`${encoded(id)}:${encoded(secret)}`);
}
