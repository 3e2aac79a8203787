import type { Bench } from "./bench.ts";
import { anyHandle, measureReads } from "./reads.ts";

const inputOf = (input: unknown) => `input=${encodeURIComponent(JSON.stringify(input))}`;

export const trpcRead: Bench = {
  name: "trpc-read",
  shows:
    "a list of 20 and a product over tRPC, 50 connections, against a bare Fastify route with the same answer",
  bars: [
    { of: "list / bare", atLeast: 0.3 },
    { of: "detail / bare", atLeast: 0.3 },
    { of: "list in a batch / bare", atLeast: 0.3 },
  ],
  run: () =>
    measureReads(async (api) => {
      const list = { limit: 20 };
      return {
        list: { path: `/trpc/catalog.list?${inputOf(list)}` },
        detail: { path: `/trpc/catalog.get?${inputOf({ handle: await anyHandle(api) })}` },
        // As the storefront's browser client asks.
        "list in a batch": { path: `/trpc/catalog.list?batch=1&${inputOf({ 0: list })}` },
      };
    }),
};
