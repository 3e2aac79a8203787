import { createParser, type EventSourceMessage } from "eventsource-parser";
import { backoffMs, pause, retryAfterMs } from "./backoff.ts";
import type { StreamEvent, StreamOptions } from "./calls.ts";
import type { Wire } from "./exchange.ts";
import { failureOf } from "./failure.ts";
import type { Prepared } from "./request.ts";

/** The server pings every 15 s: who hears nothing for three pings is not connected any more. */
const silenceMs = 45_000;

/** What outlives a connection. */
type Place = { lastId: string | undefined; retryMs: number; refusedToken: string | undefined };

/**
 * Server-sent events as an iterator that outlives its connections: it comes back behind the last event, when the server
 * said (`retry`), and ends with 204.
 * @throws ProblemError for what would be refused again, or the signal's reason
 */
export async function* follow(
  wire: Wire,
  request: Prepared,
  { signal, headers }: StreamOptions,
): AsyncGenerator<StreamEvent<never>, void, undefined> {
  const place: Place = { lastId: undefined, retryMs: 1_000, refusedToken: undefined };
  for (let failures = 0; ; failures++) {
    const connection = new AbortController();
    const stop = () => connection.abort(signal?.reason);
    signal?.throwIfAborted();
    signal?.addEventListener("abort", stop);
    let delayMs: number | undefined;
    try {
      const response = await connect(wire, request, headers, place, connection.signal);
      if (response?.status === 204) return;
      if (response?.ok && response.body !== null) {
        for await (const event of eventsOf(response.body, connection, place)) {
          failures = 0;
          yield event;
        }
      } else if (response !== undefined) delayMs = await delayAfter(response);
    } finally {
      // Also when whoever iterates has had enough.
      signal?.removeEventListener("abort", stop);
      connection.abort();
    }
    await pause((delayMs ?? place.retryMs) + backoffMs(failures), signal);
  }
}

/** Undefined when there is no connection to be had. */
async function connect(
  wire: Wire,
  { url, method }: Prepared,
  headers: Record<string, string> | undefined,
  place: Place,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const token = await wire.token(place.refusedToken);
  const response = await wire
    .fetch(url, {
      method,
      headers: {
        accept: "text/event-stream",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(place.lastId !== undefined && { "last-event-id": place.lastId }),
        ...headers,
      },
      signal,
    })
    .catch(() => undefined);
  const isFirstRefusal = response?.status === 401 && place.refusedToken === undefined;
  place.refusedToken = isFirstRefusal ? token : undefined;
  if (!isFirstRefusal || token === undefined) return response;
  // A token ends sooner or later than a stream; another may do.
  if ((await wire.token(token)) === undefined) return response;
  await response.body?.cancel();
  return connect(wire, { url, method }, headers, place, signal);
}

async function delayAfter(response: Response): Promise<number | undefined> {
  const { status, headers } = response;
  const failure = failureOf({ status, headers, text: await response.text().catch(() => "") });
  if (!failure.isUnread && !failure.isPassing) throw failure.error(false);
  return retryAfterMs(headers);
}

/** The events of one connection, until it ends in whatever way. */
async function* eventsOf(
  body: ReadableStream<Uint8Array>,
  connection: AbortController,
  place: Place,
): AsyncGenerator<StreamEvent<never>, void, undefined> {
  const ready: EventSourceMessage[] = [];
  const parser = createParser({
    onEvent: (event) => ready.push(event),
    onRetry: (retryMs) => (place.retryMs = retryMs),
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const silence = setTimeout(() => connection.abort(), silenceMs);
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    clearTimeout(silence);
    if (done || value === undefined) return;
    parser.feed(decoder.decode(value, { stream: true }));
    for (const { id, event = "message", data } of ready.splice(0)) {
      place.lastId = id ?? place.lastId;
      yield { id: place.lastId ?? "", event, data: JSON.parse(data) as never };
    }
  }
}
