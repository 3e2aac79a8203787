import type { AnyTRPCRouter } from "@trpc/server";
import scalar from "@scalar/fastify-api-reference";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { asyncApiDocument } from "../../asyncapi/document.ts";
import { bytesTag, isNotModified } from "../../http/etag.ts";
import { styleSource } from "../../http/html.ts";
import { openApiDocument } from "../../openapi/document.ts";
import { restPrefix } from "../rest/plugin.ts";
import { addEntrances } from "./entrances.ts";
import { guidePages, guidesCss } from "./guides.ts";
import { css, problemsPage } from "./problems-page.ts";

/** The descriptions: the OpenAPI document, the reference made of it, and what each problem means. Nothing of them comes from elsewhere. */
export async function docsPlugin(
  app: FastifyInstance,
  { router, publicUrl }: { router: AnyTRPCRouter; publicUrl: string },
): Promise<void> {
  const send = constant("application/json; charset=utf-8", JSON.stringify(openApiDocument(router)));
  app.get(`${restPrefix}/openapi.json`, async (request, reply) => send(request, reply));
  const events = constant(
    "application/json; charset=utf-8",
    JSON.stringify(asyncApiDocument(publicUrl)),
  );
  app.get(`${restPrefix}/asyncapi.json`, async (request, reply) => events(request, reply));

  page(app, "/docs/problems", problemsPage(), css);
  const guides = guidePages();
  for (const { path, html } of guides) page(app, path, html, guidesCss);
  addEntrances(app, guides);

  await app.register(async (reference) => {
    reference.addHook("onRequest", async (_request, reply) => {
      reply.headers({ "content-security-policy": referencePolicy });
    });
    await reference.register(scalar, {
      routePrefix: "/docs",
      configuration: {
        url: `${restPrefix}/openapi.json`,
        pageTitle: "Meridian API",
        withDefaultFonts: false,
        hideClientButton: true,
        telemetry: false,
        showDeveloperTools: "never",
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    });
  });
}

/** The reference sets its styles and starts itself from inline code; it may load from and talk to this origin alone. */
const referencePolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
].join("; ");

/** A page without scripts, and with one style. */
function page(app: FastifyInstance, path: string, html: string, style: string): void {
  const send = constant("text/html; charset=utf-8", html);
  const policy = `default-src 'none'; style-src ${styleSource(style)}; frame-ancestors 'none'; base-uri 'none'`;
  app.get(path, async (request, reply) =>
    send(request, reply.header("content-security-policy", policy)),
  );
}

/** Answers with the same bytes for as long as the process lives. */
function constant(mediaType: string, body: string) {
  const etag = bytesTag(body);
  return (request: FastifyRequest, reply: FastifyReply) => {
    reply.headers({ etag, "cache-control": "public, max-age=60", vary: "Accept-Encoding" });
    if (isNotModified(request.headers["if-none-match"], etag)) return reply.code(304).send();
    return reply.type(mediaType).send(body);
  };
}
