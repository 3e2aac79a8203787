import type { Executor } from "@meridian/db/client.ts";
import { initTRPC } from "@trpc/server";
import { middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
import { isAccountable, recordAction } from "./audit.ts";
import type { ServiceContext } from "./context.ts";
import { answerOnce } from "./idempotency/procedure.ts";
import type { EventSource } from "./event-source.ts";
import type { LiveSource } from "./live-source.ts";
import type { SessionCookies, SignIn } from "./sign-in.ts";
import { requirePermission } from "./permission.ts";
import { publicError, toTRPCError } from "./public-error.ts";
import { refusalOf } from "./refusal.ts";
import type { LimitName, Meta, TellLimit } from "./rest.ts";
import { requireStorableText } from "./text.ts";
import type { WaitingLine } from "./waiting-line.ts";

/** What a procedure gets from its host. */
export type RequestContext = ServiceContext & {
  requestId: string;
  /** From the header of a request that is one call; else it is in the input. */
  idempotencyKey?: string | undefined;
  /** The guest's cart from the cookie, if any; and how to set it. Both are cookie work that only the host can do. */
  guestCart: { id: string | undefined; remember(cartId: string): void; forget(): void };
  /** The browser's cookies, and how to set some; nothing where the host knows none (REST). */
  browser: { cookie: string | undefined; keep(cookies: SessionCookies): void };
  signIn: SignIn;
  /** Where the request comes from, to limit what may be tried. */
  address: string;
  live: LiveSource;
  /**
   * For what outlasts the request: aborts with `signal`, or when the actor's token, session or role is no longer what it was. Absent
   * where nobody from outside asks.
   */
  whileAllowed?(signal: AbortSignal): AbortSignal;
  events: EventSource;
  line: WaitingLine;
  /**
   * Counts one call of whoever asks, or of `subject`; absent where nobody from outside asks.
   * @throws rate_limited `request.rate_limited` {policy}
   */
  limit?(name: LimitName, subject?: string): void;
  /** Lets the caller know of a limit that was counted elsewhere. */
  tellLimit?: TellLimit;
  /** Filled in by the procedure, read by the host when it answers. */
  /** For what is kept of a call that is a flow of several transactions: written with its answer, or not at all. */
  noteWithAnswer?: ((note: (db: Executor) => Promise<void>) => void) | undefined;
  reply: {
    /** True when the answer is a stored one: `Idempotency-Replayed: true`. */
    isReplayed: boolean;
  };
};

const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => {
      const problem = publicError(error, ctx?.requestId);
      return {
        ...shape,
        message: problem.message,
        data: { code: shape.data.code, httpStatus: problem.status, problem },
      };
    },
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 35_000 },
    },
  });

export const router = t.router;
export const middleware = t.middleware;
export const createCallerFactory = t.createCallerFactory;

/** One place where a refusal becomes a transport error. */
const mapErrors = t.middleware(async ({ ctx, next }) => {
  const result = await next();
  if (result.ok) return result;
  const refusal = refusalOf(result.error.cause);
  if (refusal === undefined) return result;
  if (refusal.cause !== undefined) ctx.log.warn({ err: refusal.cause }, refusal.message);
  throw toTRPCError(refusal);
});

const refuseUnstorableText = t.middleware(async ({ getRawInput, next }) => {
  requireStorableText(await getRawInput());
  return next();
});

/** What a procedure's meta declares of who may call it is enforced here, for both transports. */
const requireScope = t.middleware(({ ctx, meta, next }) => {
  requirePermission(ctx.actor, meta?.rest ?? meta);
  return next();
});

const keepWithinLimit = t.middleware(async ({ ctx, meta, getRawInput, next }) => {
  const limit = meta?.rest?.limit;
  if (limit !== undefined) {
    const input = limit.by === undefined ? undefined : await getRawInput();
    const subject = (input as Record<string, unknown> | undefined)?.[limit.by ?? ""];
    ctx.limit?.(limit.name, typeof subject === "string" ? subject : undefined);
  }
  return next();
});

/** A call that carries an idempotency key is answered once; whoever repeats it gets that answer. */
export const replay = t.middleware(async ({ ctx, meta, path, getRawInput, next }) => {
  const input = meta?.rest?.idempotencyKey === undefined ? undefined : await getRawInput();
  const answered = await answerOnce({ ctx, rest: meta?.rest, path, input }, (db, noteWithAnswer) =>
    next({ ctx: { ...ctx, db, noteWithAnswer } }),
  );
  // tRPC has no public way to answer without the resolver: its own marker makes this a result.
  return answered === undefined
    ? next()
    : { ok: true, data: answered.data, marker: middlewareMarker };
});

/** Inside of {@link replay}: an answer that is repeated is no action. */
const audit = t.middleware(async ({ ctx, type, path, getRawInput, next }) => {
  const result = await next();
  if (type === "mutation" && result.ok && isAccountable(ctx.actor)) {
    const { requestId, address } = ctx;
    const action = { procedure: path, input: await getRawInput(), requestId, address };
    const note = (db: Executor) => recordAction({ ...ctx, db }, action);
    if (ctx.noteWithAnswer === undefined) await note(ctx.db);
    else ctx.noteWithAnswer(note);
  }
  return result;
});

/** For what has to happen on every answer, also a repeated one (a cookie): put it before {@link replay}. */
export const beforeReplay = t.procedure
  .use(mapErrors)
  .use(requireScope)
  .use(keepWithinLimit)
  .use(refuseUnstorableText);

export const procedure = beforeReplay.use(replay).use(audit);
