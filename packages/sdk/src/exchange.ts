import { backoffMs, pause, retryAfterMs } from "./backoff.ts";
import type { CallOptions } from "./calls.ts";
import { ConnectionError } from "./errors.ts";
import { failureOf, type Failure } from "./failure.ts";
import type { Prepared } from "./request.ts";
import type { TokenSource } from "./tokens.ts";

export type Wire = {
  fetch: typeof fetch;
  token: TokenSource;
  /** Nobody waits longer than this for a Retry-After: the refusal is thrown. */
  longestWaitMs: number;
};

export type Message = Prepared & {
  headers: Record<string, string>;
  /** Whether a second arrival has no second effect. */
  isRepeatable: boolean;
  /** Whether a second arrival gets the first answer. */
  isReplayed: boolean;
};

export type Received = { status: number; headers: Headers; text: string };

/**
 * Sends until there is an answer. What may have had its effect is repeated only when that is safe; what was refused
 * before it was read, always.
 * @throws ProblemError, ConnectionError, or the signal's reason
 */
export async function exchange(
  wire: Wire,
  message: Message,
  { signal, timeoutMs = 30_000, retries = 4 }: CallOptions,
): Promise<Received> {
  let isUnclear = false;
  let refusedToken: string | undefined;
  for (let attempt = 0; ; attempt++) {
    const token = await wire.token(refusedToken);
    const received = await send(wire.fetch, message, token, { signal, timeoutMs });
    if ("status" in received && received.status < 400) return received;
    const failure = failureOf(received);
    if (failure.isTokenRefused && token !== undefined && refusedToken === undefined) {
      refusedToken = token;
      if ((await wire.token(token)) !== undefined) continue;
    }
    const delayMs = retryAfterMs(failure.headers) ?? 0;
    if (attempt >= retries || delayMs > wire.longestWaitMs || !isSafe(message, failure)) {
      throw failure.error((isUnclear && !message.isReplayed) || failure.mayHaveApplied);
    }
    isUnclear ||= failure.mayHaveApplied && message.method !== "GET";
    await pause(delayMs + backoffMs(attempt), signal);
  }
}

function isSafe({ isRepeatable }: Message, { isUnread, isPassing }: Failure): boolean {
  return isUnread || (isRepeatable && isPassing);
}

async function send(
  fetch: Wire["fetch"],
  { url, method, body, contentType, headers }: Message,
  token: string | undefined,
  { signal, timeoutMs }: { signal: AbortSignal | undefined; timeoutMs: number },
): Promise<Received | ConnectionError> {
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: "application/json, application/problem+json, */*;q=0.5",
        ...(contentType !== undefined && { "content-type": contentType }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    signal?.throwIfAborted();
    const what = timeout.aborted ? `no answer within ${timeoutMs} ms` : "the connection failed";
    return new ConnectionError(`${method} ${url}: ${what}`, method !== "GET", cause);
  }
}
