import { rest } from "@meridian/api/kernel/rest.ts";
import { procedure, router } from "@meridian/api/kernel/trpc.ts";
import { expect, test } from "vitest";
import { z } from "zod";
import { send, testHost } from "../test/host.ts";
import { withTrustedOutput } from "./trusted-output.ts";

const liar = () =>
  router({
    notes: router({
      get: procedure
        .meta(rest({ method: "GET", path: "/notes", summary: "Get", tag: "Notes" }))
        .input(z.strictObject({ limit: z.number().optional() }))
        .output(z.object({ count: z.number() }))
        .query(() => ({ count: "many" }) as never),
    }),
  });

test("outputs are checked unless they are trusted; inputs always are", async () => {
  const checked = await testHost({ router: liar() });
  expect((await send(checked, "GET", "/api/v1/notes")).body).toMatchObject({ reason: "internal" });
  const trusting = await testHost({ router: withTrustedOutput(liar()) });
  expect((await send(trusting, "GET", "/api/v1/notes")).body).toEqual({ count: "many" });
  expect((await send(trusting, "GET", "/api/v1/notes?limit=x")).status).toBe(400);
});
