import { limitRate, type Authority } from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { tellLimit } from "../limits/limited-context.ts";
import type { AccessTokens } from "./access-tokens.ts";

type Options = {
  authority: Authority;
  tokens: AccessTokens;
  issuer: string;
  audience: string;
  db: Database;
};

/** By address: enough for a fleet behind one, too few to guess a secret of 256 bits. */
const tokenRate = { limit: 300, seconds: 60 };

const form = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;
const bodies = { bodyLimit: 16_384 };

/**
 * The authorization server's addresses. Bodies are forms and errors are `{error, error_description}`, as RFC 6749
 * has them; what is refused before it (too many attempts, not a form) is a problem like everywhere else.
 */
export async function oauthPlugin(app: FastifyInstance, options: Options): Promise<void> {
  const { audience, tokens } = options;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    form,
    { parseAs: "string" },
    async (_: FastifyRequest, body: string) => body,
  );
  app.addHook("preHandler", async (request, reply) => {
    if (request.method !== "POST") return;
    const { db } = options;
    await limitRate({ db, tellLimit: tellLimit(reply) }, `token:${request.ip}`, tokenRate);
  });
  app.post("/oauth2/token", bodies, async (request, reply) => {
    const asked = formOf(request);
    // Tokens are for this API, so nobody has to say so (RFC 8707 lets a server have a default).
    if (!asked.has("resource")) asked.set("resource", audience);
    return send(reply, await ask(options, request, asked));
  });
  app.post("/oauth2/introspect", bodies, async (request, reply) =>
    send(reply, await ask(options, request, await withoutForgery(tokens, formOf(request)))),
  );
  app.post("/oauth2/revoke", bodies, async (request, reply) => {
    const asked = await withoutForgery(tokens, formOf(request));
    const answer = await ask(options, request, asked);
    // RFC 7009 2.2: a token that is not known is as good as revoked. The library calls it a mistake.
    const isUnknown = answer.status === 400 && answer.body.includes('"invalid_request"');
    return send(
      reply,
      isUnknown && asked.has("token") ? { ...answer, status: 200, body: "" } : answer,
    );
  });
  const described = {
    "/.well-known/oauth-authorization-server": 3_600,
    "/.well-known/jwks.json": 300,
  };
  for (const [url, seconds] of Object.entries(described)) {
    app.get(url, async (request, reply) => {
      reply.header("cache-control", `public, max-age=${seconds}`);
      return send(reply, await ask(options, request));
    });
  }
}

function formOf({ body }: FastifyRequest): URLSearchParams {
  return new URLSearchParams(typeof body === "string" ? body : "");
}

/**
 * The library (oauth-provider 1.7.5) fails on a JWT whose signature is wrong instead of calling it inactive. It is
 * given a token that it does not know in its place. Delete when `{"active":false}` comes without this.
 */
async function withoutForgery(tokens: AccessTokens, asked: URLSearchParams) {
  const token = asked.get("token");
  if (token?.split(".").length === 3 && !(await tokens.isGood(token)))
    asked.set("token", "unknown");
  return asked;
}

type Answer = { status: number; headers: Headers; body: string };

/** As the authority has it: a request of the Fetch API at its own origin, whatever Host was sent. */
async function ask(
  { authority, issuer }: Options,
  { headers: { authorization }, url }: FastifyRequest,
  body?: URLSearchParams,
): Promise<Answer> {
  const headers = new Headers({ accept: "application/json" });
  if (authorization !== undefined) headers.set("authorization", authorization);
  if (body !== undefined) headers.set("content-type", "application/x-www-form-urlencoded");
  const method = body === undefined ? "GET" : "POST";
  const init = { method, headers, ...(body && { body: body.toString() }) };
  const response = await authority.handle(new Request(`${issuer}${url}`, init));
  return { status: response.status, headers: response.headers, body: await response.text() };
}

function send(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  for (const [name, value] of headers) if (!reply.hasHeader(name)) reply.header(name, value);
  if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  return reply.code(status).send(body);
}
