import type { FastifyInstance } from "fastify";
import { HttpRefusal } from "../problem/refusals.ts";

/**
 * Watches which methods each address has. Called before any route is made; what it returns is called
 * after all are: it answers OPTIONS, and every other method with 405, on each address (RFC 9110 15.5.6).
 */
export function watchMethods(app: FastifyInstance): () => void {
  const methodsByUrl = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ url, method }) => {
    const methods = methodsByUrl.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsByUrl.set(url, methods);
  });
  return () => {
    for (const [url, methods] of methodsByUrl) {
      const missing = app.supportedMethods.filter((method) => !methods.has(method));
      if (missing.length === 0) continue;
      const allow = [...new Set([...methods, "OPTIONS"])].toSorted();
      const others = missing.filter((method) => method !== "OPTIONS");
      if (missing.includes("OPTIONS")) answerOptions(app, url, allow);
      if (others.length > 0) refuseOthers(app, url, others, allow);
    }
  };
}

function answerOptions(app: FastifyInstance, url: string, allow: string[]): void {
  app.options(url, { exposeHeadRoute: false }, async (request, reply) => {
    if (request.headers["access-control-request-method"] !== undefined) {
      reply.header("access-control-allow-methods", allow.join(", "));
    }
    return reply.code(204).header("allow", allow.join(", ")).send();
  });
}

function refuseOthers(app: FastifyInstance, url: string, method: string[], allow: string[]): void {
  app.route({
    method,
    url,
    exposeHeadRoute: false,
    // Before a body is read: it would be refused for its form, and that is not what is wrong.
    onRequest: async () => {
      throw new HttpRefusal("request.method_not_allowed", "This address has no such method.", {
        details: { allow },
        headers: { allow: allow.join(", ") },
      });
    },
    handler: async () => undefined,
  });
}
