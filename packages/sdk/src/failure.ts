import { ConnectionError, CredentialsError, ProblemError, type Problem } from "./errors.ts";
import type { Received } from "./exchange.ts";

/** What an attempt that failed means for the next. */
export type Failure = {
  headers: Headers;
  /** Refused before it was read: nothing of it was done. */
  isUnread: boolean;
  /** Another attempt may fare better. */
  isPassing: boolean;
  isTokenRefused: boolean;
  mayHaveApplied: boolean;
  error(mayHaveApplied: boolean): Error;
};

/** What is said when a request may or may not have got through. A 500 is a defect, which would only repeat itself. */
const unclear = new Set([408, 502, 503, 504]);

export function failureOf(received: Received | ConnectionError): Failure {
  if (received instanceof ConnectionError) {
    return {
      headers: new Headers(),
      isUnread: false,
      isPassing: true,
      isTokenRefused: false,
      mayHaveApplied: received.mayHaveApplied,
      error: (mayHaveApplied) =>
        new ConnectionError(received.message, mayHaveApplied, received.cause),
    };
  }
  const { status, headers, text } = received;
  const problem = problemIn(received);
  const isUnread = status === 429 || problem?.reason === "service.overloaded";
  return {
    headers,
    isUnread,
    isPassing: unclear.has(status) || problem?.reason === "idempotency.in_progress",
    isTokenRefused: status === 401,
    mayHaveApplied: !isUnread && status >= 500,
    error: (mayHaveApplied) =>
      problem === undefined
        ? (credentialsErrorIn(received) ??
          new ConnectionError(`${status}, not of this API: ${text.slice(0, 200)}`, mayHaveApplied))
        : new ProblemError(problem, headers, mayHaveApplied),
  };
}

/** The token endpoint refuses in OAuth's own way. */
function credentialsErrorIn({ status, headers, text }: Received): CredentialsError | undefined {
  const isOther = status >= 500 || !headers.get("content-type")?.startsWith("application/json");
  if (isOther) return undefined;
  const { error, error_description: description } = JSON.parse(text) as Record<string, unknown>;
  const isDescribed = typeof description === "string";
  return typeof error === "string"
    ? new CredentialsError(error, isDescribed ? description : undefined)
    : undefined;
}

/** A proxy in between refuses in its own way. */
function problemIn({ headers, text }: Received): Problem | undefined {
  const isProblem = headers.get("content-type")?.startsWith("application/problem+json");
  return isProblem ? (JSON.parse(text) as Problem) : undefined;
}
