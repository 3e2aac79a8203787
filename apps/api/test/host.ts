import { laneDbOf } from "@meridian/api/testing/context.ts";
import type { Database } from "@meridian/db/client.ts";
import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, onTestFinished, TestRunner } from "vitest";
import { authSecret, buildTestServer, token } from "./host-server.ts";

export { authSecret, token };
export const bearer = { authorization: `Bearer ${token}` };

type Options = { router: AnyTRPCRouter; db?: Database; env?: Record<string, string> };

/** A server as the process has it, closed when its test ends, or the file that it was made for. Without a database, of which nothing may then be asked. */
export async function testHost({ router, db, env }: Options): Promise<FastifyInstance> {
  const pool = db ?? ({} as Database);
  const laneDb = db === undefined ? pool : laneDbOf(db);
  const app = await buildTestServer({ router, db: pool, laneDb, env });
  const isOfTest = TestRunner.getCurrentTest() !== undefined;
  (isOfTest ? onTestFinished : afterAll)(() => app.close());
  return app;
}

/** A JSON request; `body` as it is when it is text, else as JSON. */
export async function send(
  app: FastifyInstance,
  method: NonNullable<InjectOptions["method"]>,
  url: string,
  { body, headers }: { body?: unknown; headers?: Record<string, string> } = {},
) {
  const response = await app.inject({
    method,
    url,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { payload: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const isJson = String(response.headers["content-type"]).includes("json");
  return {
    status: response.statusCode,
    headers: response.headers as Record<string, string>,
    body: (isJson && response.body !== "" ? response.json() : response.body) as never,
    text: response.body,
  };
}
