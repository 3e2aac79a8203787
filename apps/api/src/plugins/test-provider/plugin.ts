import {
  DomainError,
  findTestChallenge,
  settleTestChallenge,
  type RequestContext,
  type TestChallenge,
} from "@meridian/api/server.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { styleSource } from "../../http/html.ts";
import { safeReturnUrl } from "../../http/return-url.ts";
import { challengePage, css, donePage } from "./page.ts";

type Options = {
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
  webOrigins: readonly string[];
};

type Route = { Params: { reference: string }; Body: unknown };

/**
 * The page of the built-in test provider where a shopper passes its 3-D Secure step. The reference is
 * unguessable and the only key, so a forged form has nothing to aim at.
 */
export async function testProviderPlugin(app: FastifyInstance, options: Options): Promise<void> {
  const url = "/test-provider/challenge/:reference";
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: 1_024 },
    async (_request: FastifyRequest, body: string) => Object.fromEntries(new URLSearchParams(body)),
  );
  app.addHook("onRequest", async (_request, reply) => {
    // Chromium holds a form's redirect to form-action as well.
    const targets = ["'self'", ...options.webOrigins].join(" ");
    reply.headers({
      "cache-control": "private, no-store",
      "referrer-policy": "same-origin",
      "content-security-policy": `default-src 'none'; style-src ${styleSource(css)}; form-action ${targets}; frame-ancestors 'none'; base-uri 'none'`,
    });
  });

  const leave = (request: FastifyRequest, reply: FastifyReply, challenge: TestChallenge) => {
    const own = `${request.protocol}://${request.host}`;
    const target = safeReturnUrl(challenge.returnUrl, options.webOrigins, own);
    return target === null
      ? reply.type("text/html; charset=utf-8").send(donePage(challenge))
      : reply.redirect(target, 303);
  };

  app.get<Route>(url, async (request, reply) => {
    const ctx = await options.contextOf(request, reply);
    const challenge = await findTestChallenge(ctx, readReference(request));
    if (challenge === null) throw notFound();
    if (challenge.state !== "requires_action") return leave(request, reply, challenge);
    return reply.type("text/html; charset=utf-8").send(challengePage(challenge));
  });

  app.post<Route>(url, async (request, reply) => {
    const { decision } = (request.body ?? {}) as { decision?: unknown };
    if (decision !== "approve" && decision !== "decline") {
      throw new DomainError("malformed", "request.invalid_input", {
        message: "The decision is approve or decline.",
        errors: [{ pointer: "/decision", message: "must be approve or decline" }],
      });
    }
    const ctx = await options.contextOf(request, reply);
    const isApproved = decision === "approve";
    const challenge = await settleTestChallenge(ctx, { ...readReference(request), isApproved });
    if (challenge === null) throw notFound();
    return leave(request, reply, challenge);
  });
}

/** @throws not_found for what can't be a reference: it never reaches the database */
function readReference({ params: { reference } }: { params: { reference: string } }) {
  if (!/^[\w-]{8,100}$/.test(reference)) throw notFound();
  return { reference };
}

function notFound(): DomainError {
  return new DomainError("not_found", "request.not_found", {
    message: "There is no payment to confirm at this address.",
  });
}
