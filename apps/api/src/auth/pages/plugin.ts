import {
  beginSession,
  DomainError,
  findClientName,
  SignInInput,
  signInWithBackupCode,
  signInWithPassword,
  signInWithTotp,
  type RequestContext,
  type Scope,
} from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { styleSource } from "../../http/html.ts";
import { requireOwnPage } from "../same-site.ts";
import { scopeMeanings } from "../scope-meanings.ts";
import type { Authorize } from "./authorize.ts";
import * as html from "./html.ts";

type Options = {
  authorize: Authorize;
  db: Database;
  webOrigins: readonly string[];
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
};

/**
 * The pages that have to be the authorization server's own: where people sign in to let an application in. They work
 * without scripts.
 */
export async function accountPages(app: FastifyInstance, options: Options): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: 4_096 },
    async (_request: FastifyRequest, body: string) => Object.fromEntries(new URLSearchParams(body)),
  );
  app.addHook("onRequest", async (request, reply) => {
    if (request.method === "POST") requireOwnPage(request, options.webOrigins);
    reply.headers({
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      // No form-action: Chromium holds a form's redirect to it, and that leads to the application.
      "content-security-policy": `default-src 'none'; style-src ${styleSource(html.css)}; frame-ancestors 'none'; base-uri 'none'`,
    });
  });
  addAuthorization(app, options);
}

function addAuthorization(
  app: FastifyInstance,
  { authorize, contextOf, db, webOrigins }: Options,
): void {
  const signInPage = (error?: string) =>
    html.signInPage(`${webOrigins[0] ?? ""}/account/forgotten`, error);
  app.get("/oauth2/authorize", async (request, reply) =>
    reply.redirect(await authorize.begin(request), 302),
  );
  app.get("/oauth2/sign-in", async (_request, reply) => show(reply, signInPage()));
  app.post("/oauth2/sign-in", async (request, reply) => {
    const ctx = await contextOf(request, reply);
    return await orExplain(reply, signInPage, async () => {
      const { cookies, needs } = await signInWithPassword(ctx, read(SignInInput, request));
      await beginSession(ctx, cookies);
      const next = needs === null ? authorize.again(request) : authorize.secondStep(request);
      return reply.redirect(next, 303);
    });
  });
  app.get("/oauth2/sign-in/code", async (_request, reply) => show(reply, html.codePage()));
  app.post("/oauth2/sign-in/code", async (request, reply) => {
    const ctx = await contextOf(request, reply);
    return await orExplain(reply, html.codePage, async () => {
      const code = (formOf(request)["code"] ?? "").trim().slice(0, 40);
      const signIn = /^\d{6}$/.test(code) ? signInWithTotp : signInWithBackupCode;
      await beginSession(ctx, await signIn(ctx, { code }));
      return reply.redirect(authorize.again(request), 303);
    });
  });
  app.get("/oauth2/consent", async (request, reply) => {
    const { client_id: id = "", scope = "" } = queryOf(request);
    const wants = scope.split(" ").flatMap((name) => scopeMeanings[name as Scope] ?? []);
    return show(reply, html.consentPage(await findClientName(db, id), wants));
  });
  app.post("/oauth2/consent", async (request, reply) => {
    const isAllowed = formOf(request)["decision"] === "allow";
    return reply.redirect(await authorize.decide(request, isAllowed), 303);
  });
  app.get("/oauth2/error", async (request, reply) => {
    const { error_description: text = "" } = queryOf(request);
    return show(reply.code(400), html.notePage("This did not work", text));
  });
}

/** @throws malformed `request.invalid_input` */
function read<T extends z.ZodType>(schema: T, { body }: FastifyRequest): z.output<T> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw new DomainError("malformed", "request.invalid_input", {
    message: "An e-mail address, and a password of 10 to 128 characters, is what this needs.",
  });
}

/** A refusal is shown on the page itself. */
async function orExplain(
  reply: FastifyReply,
  pageOf: (error: string) => string,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === "unavailable") throw error;
    return show(reply.code(error.status), pageOf(error.message));
  }
}

function show(reply: FastifyReply, page: string): FastifyReply {
  return reply.type("text/html; charset=utf-8").send(page);
}

function formOf({ body }: FastifyRequest): Record<string, string> {
  return (body ?? {}) as Record<string, string>;
}

/** Of a name that comes twice, the last. */
function queryOf({ query }: FastifyRequest): Record<string, string | undefined> {
  const fields = Object.entries(query as Record<string, string | string[]>);
  return Object.fromEntries(fields.map(([name, value]) => [name, [value].flat().at(-1)]));
}
