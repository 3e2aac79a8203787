import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { parseJson, pathCommandLine, subscriptionTarget, toCommandLine } from "./arguments.ts";
import type { Access, Authenticate } from "./auth.ts";
import { createEventStream } from "./event-stream.ts";
import type { Answer, Caller, Executor } from "./execute.ts";
import type { TopicKind } from "./frames.ts";
import { JSON_TYPE, sendError } from "./refuse.ts";
import type { Subscriptions } from "./subscriptions.ts";

declare module "fastify" {
  interface FastifyRequest {
    access: Access;
  }
}

type Parts = {
  authenticate: Authenticate;
  execute: Executor;
  subscriptions: Subscriptions;
  /** Sent with every answer. */
  headers: Record<string, string>;
  log: Logger;
};

/** Everything behind a token: commands, pipelines, transactions and subscriptions. */
export function registerApi(api: FastifyInstance, parts: Parts): void {
  const { authenticate, log } = parts;
  api.decorateRequest("access", "read");
  api.addHook("onRequest", (request, reply, done) => {
    const access = authenticate(request.headers.authorization, addressOf(request));
    if (access === undefined) {
      log.debug({ address: request.ip }, "wrong token");
      sendError(reply, 401, "WRONGPASS invalid or missing auth token");
      return;
    }
    request.access = access;
    done();
  });
  registerCommands(api, parts);
  registerSubscriptions(api, parts);
}

function registerCommands(api: FastifyInstance, { execute, headers }: Parts) {
  const respond = ({ status, json }: Answer, reply: FastifyReply) =>
    reply.code(status).headers(headers).type(JSON_TYPE).send(json);

  api.post("/", async (request, reply) => {
    const line = toCommandLine(parseJson(bodyOf(request)));
    return respond(await execute.run(line, callerOf(request)), reply);
  });
  api.post("/pipeline", async (request, reply) => {
    const body = parseJson(bodyOf(request));
    return respond(await execute.runPipeline(body, callerOf(request)), reply);
  });
  api.post("/multi-exec", async (request, reply) => {
    const body = parseJson(bodyOf(request));
    return respond(await execute.runTransaction(body, callerOf(request)), reply);
  });
  api.route({
    method: ["GET", "POST", "PUT"],
    url: "/*",
    handler: async (request, reply) => {
      const line = pathCommandLine(addressOf(request), bodyOf(request));
      return respond(await execute.run(line, callerOf(request)), reply);
    },
  });
}

function registerSubscriptions(api: FastifyInstance, { subscriptions, headers, log }: Parts) {
  const watch = (kind: TopicKind) => async (request: FastifyRequest, reply: FastifyReply) => {
    const name = subscriptionTarget(addressOf(request));
    const topics = subscriptions[kind];
    const stream = createEventStream(reply.raw, headers, (reason) =>
      log.warn({ kind, name, reason }, "watcher cut off"),
    );
    reply.raw.once("close", () => topics.unwatch(name, stream));
    await topics.watch(name, stream);
    reply.hijack();
  };
  for (const kind of ["subscribe", "psubscribe"] as const) {
    api.route({ method: ["GET", "POST"], url: `/${kind}/*`, handler: watch(kind) });
  }
}

/** The address as it was sent: the router's own would be decoded. */
const addressOf = ({ raw }: FastifyRequest) => raw.url ?? "/";

const EMPTY = Buffer.alloc(0);
const bodyOf = ({ body }: FastifyRequest) => (Buffer.isBuffer(body) ? body : EMPTY);

const callerOf = ({ access, headers }: FastifyRequest): Caller => ({
  access,
  isBase64: headers["upstash-encoding"] === "base64",
});
