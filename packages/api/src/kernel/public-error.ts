import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { DomainError, type ErrorKind, type FieldError } from "./errors.ts";
import { pointerToken } from "./text.ts";

/** The part of an error that clients see, the same on both transports. */
export type PublicError = {
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
  // tRPC has no code for 410.
  gone: "NOT_FOUND",
  precondition_failed: "PRECONDITION_FAILED",
  invalid: "UNPROCESSABLE_CONTENT",
  precondition_required: "PRECONDITION_REQUIRED",
  rate_limited: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorKind, TRPCError["code"]>;

/** What tRPC itself refuses before a procedure runs. */
const transportRefusals: Partial<
  Record<TRPCError["code"], Pick<PublicError, "reason" | "status" | "message">>
> = {
  PARSE_ERROR: {
    reason: "request.broken_json",
    status: 400,
    message: "The request is not valid JSON.",
  },
  BAD_REQUEST: {
    reason: "request.malformed",
    status: 400,
    message: "The request could not be read.",
  },
  NOT_FOUND: {
    reason: "request.not_found",
    status: 404,
    message: "There is no such procedure.",
  },
  METHOD_NOT_SUPPORTED: {
    reason: "request.method_not_allowed",
    status: 405,
    message: "A query is asked for with GET, a mutation with POST.",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    reason: "request.unsupported_media_type",
    status: 415,
    message: "The body must be application/json.",
  },
};

export function toTRPCError(refusal: DomainError): TRPCError {
  return new TRPCError({
    code: codeByKind[refusal.kind],
    message: refusal.message,
    cause: refusal,
  });
}

/** Any thrown thing -> what the caller may know of it. Internal messages stay inside. */
export function publicError(error: unknown, requestId?: string): PublicError {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof DomainError) return fromRefusal(cause, requestId);
  if (error instanceof TRPCError) {
    if (cause instanceof ZodError && error.code === "BAD_REQUEST") {
      return {
        reason: "request.invalid_input",
        status: 400,
        message: "The input does not have the right shape.",
        requestId,
        errors: fieldErrors(cause),
      };
    }
    const isBroken = cause instanceof SyntaxError && error.code === "BAD_REQUEST";
    const refusal = transportRefusals[isBroken ? "PARSE_ERROR" : error.code];
    if (refusal !== undefined) return { ...refusal, requestId };
  }
  return {
    reason: "internal",
    status: 500,
    message: "Something went wrong on our side. Quote the request id when you report it.",
    requestId,
  };
}

function fromRefusal(refusal: DomainError, requestId: string | undefined): PublicError {
  const { reason, status, message, details, errors, current, retryAfterSeconds } = refusal;
  return {
    reason,
    status,
    message,
    requestId,
    ...(details && { details }),
    ...(errors && { errors }),
    ...(current !== undefined && { current }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

export function fieldErrors(error: ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(pointerToken);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        pointer: `/${[...path, pointerToken(key)].join("/")}`,
        message: "is not a known field",
      }));
    }
    const isMissing = issue.code === "invalid_type" && issue.message.endsWith("undefined");
    const message = isMissing ? "is missing" : issue.message;
    return [{ pointer: path.length === 0 ? "" : `/${path.join("/")}`, message }];
  });
}
