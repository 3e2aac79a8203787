import type { RequestContext } from "@meridian/api/server.ts";
import { callTRPCProcedure, type AnyTRPCRouter } from "@trpc/server";
import type { Operation } from "./operations.ts";

/** Runs a procedure as tRPC's own adapters do: its caller builds two proxies for each call to end up here. */
export function callOperation(
  router: AnyTRPCRouter,
  { procedure, rest }: Operation,
  ctx: RequestContext,
  input: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  return callTRPCProcedure({
    router,
    path: procedure,
    type: rest.method === "GET" ? "query" : "mutation",
    getRawInput: () => Promise.resolve(input),
    ctx,
    signal,
    batchIndex: 0,
  });
}

/** Begins a subscription: what is refused is thrown here, before anything is streamed. */
export async function callSubscription(
  router: AnyTRPCRouter,
  path: string,
  ctx: RequestContext,
  input: unknown,
  signal: AbortSignal,
): Promise<AsyncIterable<unknown>> {
  const stream = await callTRPCProcedure({
    router,
    path,
    type: "subscription",
    getRawInput: () => Promise.resolve(input),
    ctx,
    signal,
    batchIndex: 0,
  });
  return stream as AsyncIterable<unknown>;
}
