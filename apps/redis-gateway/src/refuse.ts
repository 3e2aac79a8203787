import type { FastifyReply } from "fastify";
import type { Logger } from "pino";
import { RedisUnavailable, RequestError } from "./errors.ts";

export const JSON_TYPE = "application/json; charset=utf-8";

/** Answers with Upstash's error body. What isn't the caller's doing is logged and not told. */
export function refuse(error: unknown, reply: FastifyReply, log: Logger): void {
  const { status, message } = describe(error);
  if (status === 500) log.error({ err: error }, "request failed");
  // The watcher of a failed subscription may have left already.
  if (!reply.raw.headersSent) sendError(reply, status, message);
}

export function sendError(reply: FastifyReply, status: number, message: string): void {
  void reply
    .code(status)
    .type(JSON_TYPE)
    .send(`{"error":${JSON.stringify(message)}}`);
}

function describe(error: unknown): { status: number; message: string } {
  if (error instanceof RequestError) return { status: 400, message: error.message };
  if (error instanceof RedisUnavailable) return { status: 503, message: error.message };
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode === 413) return { status: 413, message: "ERR max request size exceeded" };
  if (statusCode < 500) return { status: statusCode, message: `ERR ${(error as Error).message}` };
  return { status: 500, message: "ERR internal error" };
}
