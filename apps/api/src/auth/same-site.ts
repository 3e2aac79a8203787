import { DomainError, signInCookies } from "@meridian/api/server.ts";
import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { cartCookie } from "../context.ts";
import { proceduresOf, trpcPrefix } from "../procedures.ts";

const cookies = [cartCookie, ...Object.values(signInCookies)];
const reads = new Set(["GET", "HEAD", "OPTIONS"]);

type Options = {
  router: AnyTRPCRouter;
  webOrigins: readonly string[];
  /** Addresses of streams beside tRPC's. */
  streamPaths: readonly string[];
};

/**
 * A write that carries the shop's cookie must come from the shop's own pages: the cookie alone proves
 * nothing about who made the browser send it. Requests without the cookie have nothing to abuse. A stream is like
 * a write: it stays open and tells on, and another site must not hold one in a shopper's name.
 */
export function refuseCrossSiteWrites(
  app: FastifyInstance,
  { router, webOrigins, streamPaths }: Options,
): void {
  const subscriptions = proceduresOf(router).filter(({ type }) => type === "subscription");
  const streams = new Set(subscriptions.map(({ name }) => name));
  const isStream = (request: FastifyRequest) =>
    streamPaths.includes(request.routeOptions.url ?? "") ||
    namesOf(request).some((name) => streams.has(name));
  app.addHook("onRequest", (request, _reply, done) => {
    const mayWrite =
      (reads.has(request.method) && !isStream(request)) ||
      !cookies.some((name) => name in request.cookies) ||
      isFromShop(request, webOrigins);
    done(mayWrite ? undefined : crossSite());
  });
}

/** The procedures that an address of tRPC calls, as the router has read it, however it is encoded. */
function namesOf({ routeOptions: { url = "" }, params }: FastifyRequest): string[] {
  if (!url.startsWith(trpcPrefix)) return [];
  const { path = url.slice(trpcPrefix.length) } = params as { path?: string };
  return path.split(",");
}

/** A form of one of this server's own pages. @throws forbidden `auth.cross_site`, also without any cookie */
export function requireOwnPage(request: FastifyRequest, webOrigins: readonly string[]): void {
  if (!isFromShop(request, webOrigins)) throw crossSite();
}

function crossSite(): DomainError {
  return new DomainError("forbidden", "auth.cross_site", {
    message: "A write that carries a cookie must come from the shop's own pages.",
  });
}

function isFromShop(request: FastifyRequest, webOrigins: readonly string[]): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site === "same-origin" || site === "none") return true;
  const { origin } = request.headers;
  // No browser: a browser says at least one of the two on a write.
  if (origin === undefined) return site === undefined;
  return webOrigins.includes(origin) || origin === `${request.protocol}://${request.host}`;
}
