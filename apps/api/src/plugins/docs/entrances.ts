import type { FastifyInstance } from "fastify";
import { catalogue } from "../../problem/catalogue.ts";
import { restPrefix } from "../rest/plugin.ts";
import type { Guide } from "./guides.ts";

/** Addresses that people type or shorten: each leads to what they look for. */
export function addEntrances(app: FastifyInstance, guides: readonly Guide[]): void {
  const index = {
    name: "Meridian API",
    links: {
      reference: "/docs/",
      guides: guides.map(({ path }) => path),
      problems: "/docs/problems",
      openapi: `${restPrefix}/openapi.json`,
      asyncapi: `${restPrefix}/asyncapi.json`,
      products: `${restPrefix}/products`,
      authorization: "/.well-known/oauth-authorization-server",
    },
  };
  for (const url of [restPrefix, `${restPrefix}/`]) app.get(url, async () => index);
  for (const url of ["/", `${restPrefix}/docs`]) lead(app, url, "/docs/");
  const [first] = guides;
  if (first) for (const url of ["/docs/guides", "/docs/guides/"]) lead(app, url, first.path);
  app.get<{ Params: { reason: string } }>("/docs/problems/:reason", async (request, reply) => {
    const { reason } = request.params;
    if (!Object.hasOwn(catalogue, reason)) return reply.callNotFound();
    return reply.redirect(`/docs/problems#${reason}`);
  });
}

function lead(app: FastifyInstance, from: string, to: string): void {
  app.get(from, async (_request, reply) => reply.redirect(to));
}
