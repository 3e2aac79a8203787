import type { RequestContext } from "@meridian/api/server.ts";
import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { callOperation } from "../plugins/rest/call.ts";
import { operationsOf, type Operation } from "../plugins/rest/operations.ts";
import { Answer } from "./answer.ts";
import type { Reading } from "./kept-reads.ts";
import type { Kept } from "./kept.ts";

type Dependencies = {
  router: AnyTRPCRouter;
  kept: Kept;
  /** Of more at once tRPC's own adapter says that they are too many. */
  maxBatchCalls: number;
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
};

type Query = { operation: Operation; input: unknown };
type Request = { queries: Query[]; isBatch: boolean };

/** tRPC's adapter says the same; the third because answers here are compressed. */
const headers = {
  "cache-control": "private, no-store",
  vary: "trpc-accept, accept, accept-encoding",
};

/**
 * Answers queries, alone or in a batch, when the answers of all of them are kept ones. Undefined when
 * tRPC's own adapter should answer: another kind of call, or one that fails among others.
 * @throws what a single query is refused with
 */
export function keptQueries({ router, kept, maxBatchCalls, contextOf }: Dependencies) {
  const operations = new Map(
    operationsOf(router)
      .filter(({ rest }) => rest.keep !== undefined)
      .map((operation) => [operation.procedure, operation]),
  );
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Answer | undefined> => {
    const asked = readRequest(operations, request);
    if (asked === undefined || asked.queries.length > maxBatchCalls) return undefined;
    const ctx = await contextOf(request, reply);
    const reads = asked.queries.map(({ operation, input }) =>
      kept.operations.read(operation, ctx.actor, input, () =>
        callOperation(router, operation, ctx, input),
      ),
    );
    const readings = await all(reads);
    if (readings === undefined) return undefined;
    const answer = new Answer(readings, {
      route: request.routeOptions.url ?? "",
      headers,
      contentType: "application/json",
      body: envelope(readings, asked.isBatch),
    });
    kept.answers.remember(request.url, answer);
    return answer;
  };
}

/** Undefined when one is not kept, or fails among others. */
async function all(reads: Promise<Reading | undefined>[]): Promise<Reading[] | undefined> {
  const isAlone = reads.length === 1;
  const settled = await (isAlone ? Promise.all(reads) : orUndefined(reads));
  const readings = settled.filter((reading) => reading !== undefined);
  return readings.length === reads.length ? readings : undefined;
}

async function orUndefined<T>(promises: Promise<T>[]): Promise<(T | undefined)[]> {
  const settled = await Promise.allSettled(promises);
  return settled.map((one) => (one.status === "fulfilled" ? one.value : undefined));
}

function readRequest(
  operations: ReadonlyMap<string, Operation>,
  { method, params, query, headers: sent }: FastifyRequest,
): Request | undefined {
  if (method !== "GET" || sent["trpc-accept"] !== undefined) return undefined;
  const { batch, input } = query as { batch?: unknown; input?: unknown };
  const isBatch = batch === "1";
  const path = (params as { path: string }).path;
  const paths = isBatch ? path.split(",") : [path];
  const found = paths.map((name) => operations.get(name));
  if (found.includes(undefined) || typeof input !== "string") return undefined;
  const inputs = parse(input);
  const queries = found.map((operation, index) => ({
    operation: operation as Operation,
    input: isBatch ? (inputs as Record<number, unknown> | undefined)?.[index] : inputs,
  }));
  return { queries, isBatch };
}

/** Undefined for what is no JSON: no operation takes that. */
function parse(json: string): unknown {
  try {
    return (JSON.parse(json) as unknown) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Without a transformer, data is the reading itself. */
function envelope(readings: readonly Reading[], isBatch: boolean): Buffer {
  const parts = readings.flatMap(({ body }, index) => [
    Buffer.from(index === 0 ? "" : ","),
    Buffer.from('{"result":{"data":'),
    body,
    Buffer.from("}}"),
  ]);
  return Buffer.concat(isBatch ? [Buffer.from("["), ...parts, Buffer.from("]")] : parts);
}
