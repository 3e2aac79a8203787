/**
 * Where a mail program's own button leads (List-Unsubscribe, RFC 8058): it posts, without cookies or a question. Who follows the
 * address with a browser comes to the page that asks.
 */
import { api } from "#api/server.ts";

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

export async function POST(request: Request): Promise<Response> {
  const token = tokenOf(request);
  if (token === "" || token.length > 100) return new Response("No token", { status: 400 });
  await api.watches.withdraw.mutate({ token });
  return new Response("Done", { headers: { "cache-control": "no-store" } });
}

export function GET(request: Request): Response {
  const location = `/watches/end?token=${encodeURIComponent(tokenOf(request))}`;
  return new Response(null, { status: 303, headers: { location } });
}
