import type { IncomingMessage, RequestListener } from "node:http";
import { sessionCookie } from "@meridian/api/server.ts";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { acceptsJson } from "../http/accept.ts";
import { requestIdOf } from "../http/request-id.ts";
import { addressOf, callerOf } from "../limits/caller.ts";
import { standingField, type RateLimits } from "../limits/rate-limits.ts";
import { logAnswered } from "../log.ts";
import { ownHeadersOf } from "../plugins/headers.ts";
import { publicHeaders } from "../plugins/cors.ts";
import { restPrefix } from "../plugins/rest/plugin.ts";
import type { AccessTokens } from "../auth/access-tokens.ts";
import type { Config } from "../env.ts";
import type { Answer } from "./answer.ts";
import type { Answers } from "./answers.ts";

type Dependencies = {
  answers: Answers;
  tokens: Pick<AccessTokens, "findKnown">;
  config: Pick<Config, "trustProxy">;
  limits: RateLimits;
  isClosing(): boolean;
  log: Logger;
  app: Pick<FastifyInstance, "durations">;
};

/**
 * Answers what is kept before anything else is asked of the request: before the gate and the framework. Only
 * what is as plain as reads are: everything that could be refused, or be answered otherwise, goes the whole way.
 */
export function answerEarly(deps: Dependencies, listener: RequestListener): RequestListener {
  const { answers, config, limits, isClosing } = deps;
  const policy = limits.policyOf("default");
  return (request, response) => {
    const startedAt = performance.now();
    const isEarly = isPlainRead(request) && !isClosing();
    const answer = isEarly ? answers.find(request.url ?? "") : undefined;
    const caller = answer && callerWhoMayHave(deps, request, answer);
    const standing = caller === undefined ? undefined : limits.take("default", caller);
    // Who has used up the quota is told so the whole way.
    if (answer === undefined || standing?.isWithin !== true) {
      listener(request, response);
      return;
    }
    const requestId = requestIdOf(request);
    const isSecure = config.trustProxy !== false && protocolOf(request) === "https";
    const { status, flatHeaders, body } = answer.to(request.headers);
    const headers = flatHeaders.concat(ownHeadersOf(request, requestId, isSecure));
    headers.push("ratelimit-policy", policy, "ratelimit", standingField("default", standing));
    if (request.headers.origin !== undefined) headers.push(...publicHeaders);
    response.writeHead(status, headers);
    response.end(body);
    note(deps, { route: answer.route, status, requestId, ms: performance.now() - startedAt });
  };
}

/** With a token that was verified before; another is verified, or refused, on the whole way. */
function callerWhoMayHave(
  { tokens, config }: Dependencies,
  request: IncomingMessage,
  answer: Answer,
): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined) return addressOf(request, config.trustProxy);
  const actor = answer.isForEverybody ? tokens.findKnown(authorization) : undefined;
  return actor && callerOf(actor, request, config.trustProxy);
}

type Answered = { route: string; status: number; requestId: string; ms: number };

/** As every other answer is noted. */
function note({ log, app }: Dependencies, { route, status, requestId, ms }: Answered): void {
  app.durations.observe({ method: "GET", route, status }, ms / 1000);
  const durationMs = Math.round(ms * 100) / 100;
  logAnswered(log, { requestId, method: "GET", route, status, durationMs });
}

/** As the last proxy says. */
function protocolOf({ headers }: IncomingMessage): string | undefined {
  return headers["x-forwarded-proto"]?.toString().split(",").at(-1)?.trim();
}

function isPlainRead({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === "GET" &&
    headers.host !== undefined &&
    headers.cookie?.includes(`${sessionCookie}=`) !== true &&
    headers["content-length"] === undefined &&
    headers["transfer-encoding"] === undefined &&
    headers["content-encoding"] === undefined &&
    headers["trpc-accept"] === undefined &&
    // Only REST answers every origin alike.
    (headers.origin === undefined || url?.startsWith(restPrefix) === true) &&
    acceptsJson(headers.accept)
  );
}
