import type { Bench } from "./bench.ts";
import { anyHandle, measureReads } from "./reads.ts";

export const restRead: Bench = {
  name: "rest-read",
  shows:
    "a list of 20, a product, and 304s over REST, 50 connections, against a bare Fastify route with the same answer",
  bars: [
    { of: "list / bare", atLeast: 0.5 },
    { of: "detail / bare", atLeast: 0.5 },
    { of: "304 / bare", atLeast: 0.7 },
  ],
  run: () =>
    measureReads(async (api) => ({
      list: { path: "/api/v1/products?limit=20" },
      detail: { path: `/api/v1/products/${await anyHandle(api)}` },
      "304": { path: "/api/v1/products?limit=20", isConditional: true },
    })),
};
