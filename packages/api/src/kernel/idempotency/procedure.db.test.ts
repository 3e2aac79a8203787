import { createClient } from "@meridian/db/client.ts";
import { eventCursors, idempotencyKeys } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { testContext } from "../../../testing/context.ts";
import type { Actor } from "../context.ts";
import { DomainError } from "../errors.ts";
import { publicError } from "../public-error.ts";
import { rest } from "../rest.ts";
import { createCallerFactory, procedure, router, type RequestContext } from "../trpc.ts";
import { deleteExpiredIdempotencyKeys } from "./keys.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 30 });
afterAll(() => db.$client.end());

/** What the work does to the world: one row per run. */
async function leaveMark(ctx: Pick<RequestContext, "db">, name: string): Promise<void> {
  await ctx.db
    .insert(eventCursors)
    .values({ consumer: name, position: 1 })
    .onConflictDoUpdate({
      target: eventCursors.consumer,
      set: { position: sql`${eventCursors.position} + 1` },
    });
}
async function marks(name: string): Promise<number> {
  const [row] = await db.select().from(eventCursors).where(eq(eventCursors.consumer, name));
  return row?.position ?? 0;
}

const Input = z.strictObject({
  name: z.string(),
  does: z.enum(["succeed", "refuse", "fail", "unavailable", "slowly", "accept"]).default("succeed"),
  note: z.string().optional(),
  idempotencyKey: z.string().min(1).max(255),
});
const options = {
  method: "POST",
  summary: "Test",
  tag: "Test",
  idempotencyKey: "required",
  statusOf: {
    statuses: [201, 202],
    of: (output: { status: number }) => (output.status === 202 ? 202 : 201),
  },
} as const;

async function work(ctx: Pick<RequestContext, "db">, input: z.output<typeof Input>) {
  await leaveMark(ctx, input.name);
  if (input.does === "slowly") await new Promise((resolve) => setTimeout(resolve, 150));
  if (input.does === "fail") throw new Error("a defect");
  if (input.does === "unavailable")
    throw new DomainError("unavailable", "test.down", { message: "Down." });
  if (input.does === "refuse")
    throw new DomainError("conflict", "test.refused", { message: "No.", details: { left: 2 } });
  return { status: input.does === "accept" ? 202 : 201, runs: await marks(input.name) };
}

const calls = router({
  short: procedure
    .meta(rest({ ...options, path: "/short" }))
    .input(Input)
    .mutation(({ ctx, input }) => work(ctx, input)),
  flow: procedure
    .meta(rest({ ...options, path: "/flow", effect: "flow" }))
    .input(Input)
    .mutation(({ ctx, input }) => work(ctx, input)),
});
const createCaller = createCallerFactory(calls);

function context(actor: Actor = { kind: "guest" }): RequestContext {
  return {
    ...testContext(db, { actor }),
    requestId: "test",
    guestCart: { id: undefined, remember() {}, forget() {} },
    live: undefined as never,
    events: undefined as never,
    line: undefined as never,
    signIn: undefined as never,
    browser: { cookie: undefined, keep() {} },
    address: "127.0.0.1",
    reply: { isReplayed: false },
  };
}
async function call(kind: "short" | "flow", input: z.input<typeof Input>, actor?: Actor) {
  const ctx = context(actor);
  try {
    const data = await createCaller(ctx)[kind](input);
    return { data, isReplayed: ctx.reply.isReplayed };
  } catch (error) {
    const { reason, status, details } = publicError(error);
    return { reason, status, details, isReplayed: ctx.reply.isReplayed };
  }
}
const fresh = () => ({ name: crypto.randomUUID(), idempotencyKey: crypto.randomUUID() });

describe.each(["short", "flow"] as const)("%s", (kind) => {
  test("a repeated call gets the first answer and does nothing", async () => {
    const input = fresh();
    const first = await call(kind, input);
    const second = await call(kind, input);
    expect(second).toEqual({ ...first, isReplayed: true });
    expect(first.isReplayed).toBe(false);
    expect(await marks(input.name)).toBe(1);
  });

  test("20 at once: one runs, all get its answer", async () => {
    const input = { ...fresh(), does: "slowly" as const };
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(kind, input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data)))).toHaveLength(1);
    expect(answers.filter((answer) => !answer.isReplayed)).toHaveLength(1);
    expect(await marks(input.name)).toBe(1);
  });

  test("a refusal is an answer too", async () => {
    const input = { ...fresh(), does: "refuse" as const };
    const first = await call(kind, input);
    expect(first).toMatchObject({ reason: "test.refused", status: 409, details: { left: 2 } });
    expect(await call(kind, input)).toEqual({ ...first, isReplayed: true });
    expect(await marks(input.name)).toBe(kind === "short" ? 0 : 1);
  });

  test("the same key with another body is refused, whatever became of the first", async () => {
    for (const does of ["succeed", "refuse", "accept"] as const) {
      const input = { ...fresh(), does };
      await call(kind, input);
      const other = await call(kind, { ...input, note: "more" });
      expect(other).toMatchObject({ reason: "idempotency.key_reused", status: 422 });
    }
  });

  test("what failed may be tried again with the same key", async () => {
    for (const does of ["fail", "unavailable"] as const) {
      const input = { ...fresh(), does };
      expect([500, 503]).toContain((await call(kind, input)).status);
      expect([500, 503]).toContain((await call(kind, input)).status);
      expect(await marks(input.name)).toBe(kind === "short" ? 0 : 2);
    }
  });

  test("a body that is refused by its shape leaves no key behind", async () => {
    const input = fresh();
    const bad = { ...input, does: "nonsense" } as unknown as typeof input;
    expect(await call(kind, bad)).toMatchObject({ status: 400 });
    expect(await call(kind, input)).toMatchObject({ isReplayed: false });
  });

  test("two callers may use the same key", async () => {
    const input = fresh();
    const client = (id: string): Actor => ({ kind: "client", id, scopes: new Set() });
    await call(kind, input, client("a"));
    expect(await call(kind, input, client("b"))).toMatchObject({ isReplayed: false });
    expect(await marks(input.name)).toBe(2);
  });

  test("a key is forgotten after its day", async () => {
    const input = fresh();
    await call(kind, input);
    await db
      .update(idempotencyKeys)
      .set({ expiresAt: sql`clock_timestamp()` })
      .where(eq(idempotencyKeys.key, input.idempotencyKey));
    expect(await call(kind, { ...input, note: "new" })).toMatchObject({ isReplayed: false });
  });
});

test("202 is not the last word: the same key asks again", async () => {
  const input = { ...fresh(), does: "accept" as const };
  expect((await call("flow", input)).data).toEqual({ status: 202, runs: 1 });
  expect((await call("flow", input)).data).toEqual({ status: 202, runs: 2 });
});

test("a runner that died is waited for until its lock runs out, then taken over", async () => {
  const input = fresh();
  await call("flow", input);
  const dead = (lock: string) =>
    db
      .update(idempotencyKeys)
      .set({ state: "running", body: null, lockedUntil: sql.raw(`clock_timestamp() + ${lock}`) })
      .where(eq(idempotencyKeys.key, input.idempotencyKey));
  await dead("interval '300 milliseconds'");
  const startedAt = Date.now();
  expect((await call("flow", input)).data).toEqual({ status: 201, runs: 2 });
  expect(Date.now() - startedAt).toBeGreaterThan(200);
});

test("expired keys are deleted, others stay", async () => {
  const [old, young] = [fresh(), fresh()];
  await call("short", old);
  await call("short", young);
  await db
    .update(idempotencyKeys)
    .set({ expiresAt: sql`clock_timestamp() - interval '1 second'` })
    .where(eq(idempotencyKeys.key, old.idempotencyKey));
  expect(await deleteExpiredIdempotencyKeys(testContext(db), { limit: 100 })).toBeGreaterThan(0);
  const left = await db.select({ key: idempotencyKeys.key }).from(idempotencyKeys);
  const keys = left.map((row) => row.key);
  expect(keys).toContain(young.idempotencyKey);
  expect(keys).not.toContain(old.idempotencyKey);
});
