import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { ServiceContext } from "./context.ts";
import { DomainError, type ErrorKind, type FieldError } from "./errors.ts";
import type { LiveSource } from "./live-source.ts";
import type { Meta } from "./rest.ts";

/** What a procedure gets from its host. */
export type RequestContext = ServiceContext & {
  requestId: string;
  /** The guest's cart from the cookie, if any; and how to set it. Both are cookie work that only the host can do. */
  guestCart: { id: string | undefined; remember(cartId: string): void; forget(): void };
  live: LiveSource;
  /** Filled in by the procedure, read by the host when it answers. */
  reply: {
    /** True when the answer is a stored one: `Idempotency-Replayed: true`. */
    isReplayed: boolean;
  };
};

/** The part of an error that clients see, the same on both transports. */
export type PublicError = {
  kind: ErrorKind | "internal";
  reason: string;
  status: number;
  message: string;
  requestId: string | undefined;
  details?: Record<string, unknown>;
  errors?: FieldError[];
  current?: unknown;
  retryAfterSeconds?: number;
};

const codeByKind = {
  malformed: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  payment: "PAYMENT_REQUIRED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  precondition_failed: "PRECONDITION_FAILED",
  invalid: "UNPROCESSABLE_CONTENT",
  precondition_required: "PRECONDITION_REQUIRED",
  rate_limited: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorKind, TRPCError["code"]>;

/** Any thrown thing -> what the caller may know of it. Internal messages stay inside. */
export function publicError(error: unknown, requestId?: string): PublicError {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof DomainError) {
    return {
      kind: cause.kind,
      reason: cause.reason,
      status: cause.status,
      message: cause.message,
      requestId,
      ...(cause.details && { details: cause.details }),
      ...(cause.errors && { errors: cause.errors }),
      ...(cause.current !== undefined && { current: cause.current }),
      ...(cause.retryAfterSeconds !== undefined && { retryAfterSeconds: cause.retryAfterSeconds }),
    };
  }
  if (cause instanceof ZodError && error instanceof TRPCError && error.code === "BAD_REQUEST") {
    return {
      kind: "malformed",
      reason: "request.invalid_input",
      status: 400,
      message: "The input does not have the right shape.",
      requestId,
      errors: fieldErrors(cause),
    };
  }
  if (error instanceof TRPCError && error.code === "NOT_FOUND") {
    return {
      kind: "not_found",
      reason: "request.not_found",
      status: 404,
      message: "There is no such procedure.",
      requestId,
    };
  }
  if (
    error instanceof TRPCError &&
    (error.code === "PARSE_ERROR" || error.code === "BAD_REQUEST")
  ) {
    return {
      kind: "malformed",
      reason: "request.malformed",
      status: 400,
      message: "The request could not be read.",
      requestId,
    };
  }
  return {
    kind: "internal",
    reason: "internal",
    status: 500,
    message: "Something went wrong on our side. Quote the request id when you report it.",
    requestId,
  };
}

export function fieldErrors(error: ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1"));
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        pointer: `/${[...path, key].join("/")}`,
        message: "is not a known field",
      }));
    }
    return [{ pointer: path.length === 0 ? "" : `/${path.join("/")}`, message: issue.message }];
  });
}

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
const mapErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof DomainError) {
    const { kind, message } = result.error.cause;
    throw new TRPCError({ code: codeByKind[kind], message, cause: result.error.cause });
  }
  return result;
});

/** The scope that a procedure's REST meta declares is enforced here, for both transports. */
const requireScope = t.middleware(({ ctx, meta, next }) => {
  const scope = meta?.rest?.scope;
  if (scope !== undefined) {
    if (ctx.actor.kind !== "client") {
      throw new DomainError("unauthenticated", "auth.token_required", {
        message: "This needs an access token.",
      });
    }
    if (!ctx.actor.scopes.has(scope)) {
      throw new DomainError("forbidden", "auth.scope_missing", {
        message: `This needs the scope ${scope}.`,
        details: { scope },
      });
    }
  }
  return next();
});

export const procedure = t.procedure.use(mapErrors).use(requireScope);
