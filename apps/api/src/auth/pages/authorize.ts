import type { Authority } from "@meridian/api/server.ts";
import type { FastifyRequest } from "fastify";

export type Authorize = ReturnType<typeof createAuthorize>;

/** The steps of an application's request (RFC 6749 4.1), each answered with where the browser goes next. */
export function createAuthorize({
  authority,
  issuer,
  audience,
}: {
  authority: Authority;
  issuer: string;
  audience: string;
}) {
  const path = "/oauth2/authorize";
  return {
    async begin(request: FastifyRequest): Promise<string> {
      const query = queryOf(request);
      if (!query.has("resource")) query.set("resource", audience);
      const response = await authority.handle(
        new Request(`${issuer}${path}?${query.toString()}`, {
          headers: { ...cookieOf(request), accept: "text/html", "sec-fetch-mode": "navigate" },
        }),
      );
      return response.headers.get("location") ?? `${issuer}/oauth2/error`;
    },

    /** The password was right, and a code is still to come; the request stays in the address. */
    secondStep(request: FastifyRequest): string {
      return `/oauth2/sign-in/code?${queryOf(request).toString()}`;
    },

    /** After somebody signed in: the same request, without what asked for that and without its signature. */
    again(request: FastifyRequest): string {
      const query = queryOf(request);
      const isOwn = (name: string) => name === "sig" || name === "exp" || name.startsWith("ba_");
      const own = Array.from(query.keys()).filter(isOwn);
      for (const name of own) query.delete(name);
      if (query.get("prompt") === "login") query.delete("prompt");
      query.delete("max_age");
      return `${path}?${query.toString()}`;
    },

    /** What somebody decided about what the signed query asks; it is asked anew when they took too long. */
    async decide(request: FastifyRequest, accept: boolean): Promise<string> {
      const response = await authority.handle(
        new Request(`${issuer}/oauth2/consent`, {
          method: "POST",
          headers: { ...cookieOf(request), origin: issuer, "content-type": "application/json" },
          body: JSON.stringify({ accept, oauth_query: queryOf(request).toString() }),
        }),
      );
      const { url, error } = (await response.json()) as { url?: string; error?: string };
      if (error === "invalid_signature") return this.again(request);
      return url ?? `${issuer}/oauth2/error`;
    },
  };
}

function queryOf({ url }: FastifyRequest): URLSearchParams {
  const mark = url.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : url.slice(mark + 1));
}

function cookieOf({ headers }: FastifyRequest): Record<string, string> {
  return headers.cookie === undefined ? {} : { cookie: headers.cookie };
}
