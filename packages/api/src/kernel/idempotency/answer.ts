import { DomainError, type DomainErrorInit, type ErrorKind } from "../errors.ts";

/** An answer as it is kept: what the procedure gave, or how it refused. */
export type Answer =
  | { isSuccess: true; data: unknown }
  | { isSuccess: false; kind: ErrorKind; reason: string; init: DomainErrorInit };

export function answerOf(error: DomainError): Answer {
  const { kind, reason, message, details, errors, current, retryAfterSeconds } = error;
  const init = {
    message,
    ...(details && { details }),
    ...(errors && { errors }),
    ...(current !== undefined && { current }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  return { isSuccess: false, kind, reason, init };
}

export function errorOf(answer: Extract<Answer, { isSuccess: false }>): DomainError {
  return new DomainError(answer.kind, answer.reason, answer.init);
}

/** Whether a refusal is the answer for good. "Try again later" is not: the same key may try again. */
export function isFinal(error: unknown): error is DomainError {
  return (
    error instanceof DomainError && error.kind !== "unavailable" && error.kind !== "rate_limited"
  );
}
