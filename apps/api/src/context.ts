import type { IncomingMessage } from "node:http";
import type { Actor, Clock, Lanes, RequestContext } from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "./env.ts";

export const cartCookie = "meridian_cart";
const cartCookieSeconds = 60 * 60 * 24 * 30;
const cartIdPattern = /^cart_[0-9a-hjkmnp-tv-z]{26}$/;

export type ContextDependencies = {
  db: Database;
  lanes: Lanes;
  clock: Clock;
  live: RequestContext["live"];
  events: RequestContext["events"];
  line: RequestContext["line"];
  settings: Config["settings"];
  payments?: RequestContext["payments"];
  nudge: RequestContext["nudge"];
  actorOf(from: { authorization: string | undefined; cookie: string | undefined }): Promise<Actor>;
  signIn: RequestContext["signIn"];
  whileAllowed(actor: Actor, signal: AbortSignal): AbortSignal;
};

/** Makes the context of one request. `withCookies` is the storefront's face; integrators hold their ids themselves. */
export function createContextOf(
  deps: ContextDependencies,
  { withCookies }: { withCookies: boolean },
) {
  const { db, lanes, clock, live, events, line, settings, payments, nudge, signIn } = deps;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const { authorization } = request.headers;
    const cookie = withCookies ? request.headers.cookie : undefined;
    const actor = await deps.actorOf({ authorization, cookie });
    return {
      db,
      lanes,
      clock,
      live,
      events,
      line,
      settings,
      payments,
      nudge,
      log: request.log,
      actor,
      whileAllowed: (signal) => deps.whileAllowed(actor, signal),
      signIn,
      address: request.ip,
      browser: withCookies ? browserOf(request, reply) : noBrowser,
      requestId: request.id,
      traceparent: traceparentOf(request),
      guestCart: withCookies ? cookieCart(request, reply) : noCart,
      reply: { isReplayed: false },
    };
  };
}

const noBrowser: RequestContext["browser"] = { cookie: undefined, keep() {} };

function browserOf({ headers }: FastifyRequest, reply: FastifyReply): RequestContext["browser"] {
  return {
    cookie: headers.cookie,
    keep: (cookies) => {
      if (cookies.length > 0) void reply.header("set-cookie", [...cookies]);
    },
  };
}

const noCart: RequestContext["guestCart"] = { id: undefined, remember() {}, forget() {} };

function cookieCart(request: FastifyRequest, reply: FastifyReply): RequestContext["guestCart"] {
  const value = request.cookies[cartCookie];
  const attributes = {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: request.protocol === "https",
  } as const;
  return {
    id: value !== undefined && cartIdPattern.test(value) ? value : undefined,
    remember: (cartId) => {
      void reply.setCookie(cartCookie, cartId, { ...attributes, maxAge: cartCookieSeconds });
    },
    forget: () => void reply.clearCookie(cartCookie, attributes),
  };
}

/** W3C trace context, when it is one. */
export function traceparentOf({ headers }: Pick<IncomingMessage, "headers">): string | undefined {
  const { traceparent } = headers;
  const isValid =
    typeof traceparent === "string" &&
    /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(traceparent);
  return isValid ? traceparent : undefined;
}
