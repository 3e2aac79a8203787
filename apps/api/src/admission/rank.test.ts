import { appRouter } from "@meridian/api/server.ts";
import { expect, test } from "vitest";
import { createRankOf } from "./rank.ts";

const rankOf = createRankOf(appRouter);

test.each([
  ["GET", "/healthz", undefined],
  ["GET", "/readyz?x=1", undefined],
  ["GET", "/metrics", undefined],
  ["POST", "/api/v1/checkouts/chk_1/complete", "money"],
  ["POST", "/api/v1/checkouts/chk_1/complete?x=1", "money"],
  ["GET", "/api/v1/checkouts/chk_1/complete", "read"],
  ["POST", "/trpc/checkout.complete", "money"],
  ["POST", "/trpc/checkout.complete?batch=1", "money"],
  ["POST", "/trpc/cart.create,checkout.complete?batch=1", "money"],
  ["POST", "/api/v1/checkouts", "checkout"],
  ["PATCH", "/api/v1/checkouts/chk_1", "checkout"],
  ["DELETE", "/api/v1/checkouts/chk_1", "write"],
  ["PUT", "/api/v1/carts/cart_1/lines/var_1", "write"],
  ["POST", "/trpc/cart.applyOperations?batch=1", "write"],
  ["GET", "/trpc/catalog.list?batch=1&input=%7B%7D", "read"],
  ["GET", "/trpc/catalog.list,live.poll?batch=1", "read"],
  ["GET", "/api/v1/products?limit=20", "read"],
  ["HEAD", "/api/v1/products", "read"],
  ["OPTIONS", "/api/v1/checkouts/chk_1/complete", "read"],
  ["GET", "/api/v1/live?topics=stock:var_1", "watch"],
  ["GET", "/api/v1/live/poll?topics=stock:var_1", "watch"],
  ["GET", "/api/v1/events?after=latest", "watch"],
  ["GET", "/trpc/live.watch?input=%7B%7D", "watch"],
  ["GET", "/trpc/live.poll", "watch"],
  ["GET", "/healthz/x", "read"],
  ["GET", "/trpc/no.such", "read"],
  ["DELETE", "/anything", "write"],
])("%s %s is %s", (method, url, rank) => expect(rankOf({ method, url })).toBe(rank));
