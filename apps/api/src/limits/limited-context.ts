import {
  DomainError,
  type LimitName,
  type RequestContext,
  type TellLimit,
} from "@meridian/api/server.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { TrustProxy } from "../env.ts";
import { addressOf, callerOf, subjectOf } from "./caller.ts";
import { policyField, standingField, type RateLimits } from "./rate-limits.ts";

export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;

/** For what is answered to everybody alike, whoever asks. */
export function countByAddress(limits: RateLimits, trust: TrustProxy) {
  return async (request: FastifyRequest, reply: FastifyReply) =>
    takeOne(limits, reply, "default", addressOf(request.raw, trust));
}

/**
 * Counts a request when its context is made, which is when it is known who asks, and lets its procedure count by
 * limits of its own. What is used up is refused.
 */
export function limited(limits: RateLimits, trust: TrustProxy) {
  return (contextOf: ContextOf): ContextOf =>
    async (request, reply) => {
      const ctx = await contextOf(request, reply).catch((error: unknown) => {
        // Who sends wrong tokens is counted as well.
        takeOne(limits, reply, "default", addressOf(request.raw, trust));
        throw error;
      });
      const caller = callerOf(ctx.actor, request.raw, trust);
      takeOne(limits, reply, "default", caller);
      const counted = new Set<string>();
      ctx.limit = (name, subject) => {
        const of = subject === undefined ? caller : subjectOf(subject);
        // One request, though a procedure may run again for it: under another of the versions that it allows.
        if (counted.has(`${name} ${of}`)) return;
        takeOne(limits, reply, name, of);
        counted.add(`${name} ${of}`);
      };
      ctx.tellLimit = tellLimit(reply);
      return ctx;
    };
}

/** What an answer says of a limit, beside others. */
export function tellLimit(reply: FastifyReply): TellLimit {
  return (name, quota, { remaining, resetSeconds }) => {
    append(reply, "ratelimit-policy", policyField(name, quota));
    append(reply, "ratelimit", standingField(name, { remaining, seconds: resetSeconds }));
  };
}

/** @throws rate_limited `request.rate_limited` {policy} */
function takeOne(limits: RateLimits, reply: FastifyReply, name: LimitName, caller: string): void {
  // tRPC may make a request's context a second time.
  if (name === "default" && reply.hasHeader("ratelimit-policy")) return;
  const standing = limits.take(name, caller);
  append(reply, "ratelimit-policy", limits.policyOf(name));
  append(reply, "ratelimit", standingField(name, standing));
  if (standing.isWithin) return;
  throw new DomainError("rate_limited", "request.rate_limited", {
    message: "You have asked this too often. Wait for as long as Retry-After says.",
    details: { policy: name },
    retryAfterSeconds: standing.seconds,
  });
}

/** Both fields are lists. */
function append(reply: FastifyReply, name: string, field: string): void {
  const before = reply.getHeader(name);
  reply.header(name, before === undefined ? field : `${String(before)}, ${field}`);
}
