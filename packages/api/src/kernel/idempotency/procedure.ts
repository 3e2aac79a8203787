import type { Executor } from "@meridian/db/client.ts";
import type { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { ServiceContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { RestOptions } from "../rest.ts";
import { errorOf } from "./answer.ts";
import { fingerprint } from "./fingerprint.ts";
import { runFlow, runInTransaction, type Note, type Outcome } from "./run.ts";

type Call = {
  ctx: ServiceContext & { idempotencyKey?: string | undefined; reply: { isReplayed: boolean } };
  rest: RestOptions | undefined;
  path: string;
  /** As it came; not yet checked. */
  input: unknown;
};

type Result = { ok: true; data: unknown } | { ok: false; error: TRPCError };

/**
 * Runs a procedure once per key and caller, and gives everybody who repeats the call its answer.
 * Undefined when the call carries no key (or none that its contract will admit).
 * @throws DomainError the answer, when it was a refusal; `idempotency.key_reused`, `idempotency.in_progress`
 */
export async function answerOnce(
  { ctx, rest, path, input }: Call,
  resolve: (db: Executor, noteWithAnswer?: (note: Note) => void) => Promise<Result>,
): Promise<{ data: unknown } | undefined> {
  const given = rest?.idempotencyKey === undefined ? undefined : keyOf(ctx, input);
  if (rest === undefined || given === undefined) return undefined;
  const caller = ctx.actor.kind === "guest" ? "guest" : ctx.actor.id;
  const key = { scope: `${path} ${caller}`, key: given, fingerprint: fingerprint(input) };
  const { answer, isReplayed } =
    rest.effect === "flow"
      ? await runFlow(ctx, key, (db) => flowOutcome(db, rest, resolve))
      : await runInTransaction(ctx, key, async (db) => outcomeOf(await resolve(db), rest));
  ctx.reply.isReplayed = isReplayed;
  if (!answer.isSuccess) throw errorOf(answer);
  return { data: answer.data };
}

/** A flow is over when its answer is kept: what is noted of it waits for that. */
async function flowOutcome(
  db: Executor,
  rest: RestOptions,
  resolve: Parameters<typeof answerOnce>[1],
): Promise<Outcome> {
  let note: Note | undefined;
  const outcome = outcomeOf(await resolve(db, (one) => void (note = one)), rest);
  return outcome.isSuccess ? { ...outcome, note } : outcome;
}

function keyOf({ idempotencyKey }: Call["ctx"], input: unknown): string | undefined {
  if (idempotencyKey !== undefined) return idempotencyKey;
  const { idempotencyKey: key } = (input ?? {}) as { idempotencyKey?: unknown };
  return typeof key === "string" && key.length > 0 && key.length <= 255 ? key : undefined;
}

function outcomeOf(result: Result, rest: RestOptions): Outcome {
  if (result.ok) {
    const status = rest.statusOf?.of(result.data as never) ?? rest.status;
    // 202 promises an answer that is still to come: the same key asks for it.
    return { isSuccess: true, data: result.data, isLastWord: status !== 202 };
  }
  const { cause } = result.error;
  if (cause instanceof DomainError) return { isSuccess: false, error: cause, hasBegun: true };
  const isRefusedInput = result.error.code === "BAD_REQUEST" && cause instanceof ZodError;
  return { isSuccess: false, error: result.error, hasBegun: !isRefusedInput };
}
