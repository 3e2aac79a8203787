import { DomainError, signInCookies } from "@meridian/api/server.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { cartCookie } from "../context.ts";

const cookies = [cartCookie, ...Object.values(signInCookies)];
const reads = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A write that carries the shop's cookie must come from the shop's own pages: the cookie alone proves
 * nothing about who made the browser send it. Requests without the cookie have nothing to abuse.
 */
export function refuseCrossSiteWrites(app: FastifyInstance, webOrigins: readonly string[]): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const mayWrite =
      (reads.has(request.method) && !isStream(request)) ||
      !cookies.some((name) => name in request.cookies) ||
      isFromShop(request, webOrigins);
    done(mayWrite ? undefined : crossSite());
  });
}

/** It stays open and tells on: another site must not hold one in a shopper's name. */
function isStream({ url }: FastifyRequest): boolean {
  return url.startsWith("/trpc/live.watch");
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
