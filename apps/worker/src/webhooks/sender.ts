import { retryAfterSeconds, signedHeaders, type StoredSecret } from "@meridian/api/server.ts";
import { Agent, request, type Dispatcher } from "undici";
import { AddressRefused, guardedConnector, type Resolve } from "./connector.ts";

/** For everything: look-up, connection, and the answer to its last byte that is read. */
const patienceMs = 15_000;
const maxRead = 16 * 1024;
const shownResponse = 1_000;

export type Message = { id: string; body: Record<string, unknown> };
export type Target = { url: string; secrets: readonly StoredSecret[] };

/** What an endpoint did with a message. Without a status it did not answer, and `error` says why. */
export type Answer = {
  status: number | null;
  error: string | null;
  response: string | null;
  retryAfterSeconds: number;
  durationMs: number;
};

/** Posts signed messages. Follows no redirect: where a message goes is what was checked, and said by its owner. */
export class Sender {
  readonly #agent: Agent;

  constructor(options: { allowsLocal: boolean; resolve?: Resolve }) {
    this.#agent = new Agent({
      connect: guardedConnector(options.allowsLocal, patienceMs, options.resolve),
      keepAliveTimeout: 10_000,
      headersTimeout: patienceMs,
      bodyTimeout: patienceMs,
    });
  }

  /** Never throws: that nobody answers is an answer, too. */
  async send(target: Target, message: Message, stop: AbortSignal): Promise<Answer> {
    const startedAt = performance.now();
    const took = () => Math.round(performance.now() - startedAt);
    const now = new Date();
    const body = JSON.stringify(message.body);
    const { traceparent } = message.body;
    try {
      const answer = await request(target.url, {
        method: "POST",
        headers: {
          "content-type": "application/cloudevents+json; charset=utf-8",
          "user-agent": "Meridian-Webhooks/1.0",
          ...(typeof traceparent === "string" && { traceparent }),
          ...signedHeaders({ id: message.id, body }, target.secrets, now),
        },
        body,
        dispatcher: this.#agent,
        signal: AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]),
      });
      const retryAfter = answer.headers["retry-after"];
      const response = await beginningOf(answer.body);
      return {
        status: answer.statusCode,
        error: null,
        response,
        retryAfterSeconds: retryAfterSeconds([retryAfter].flat()[0], now),
        durationMs: took(),
      };
    } catch (thrown) {
      const error = reasonOf(thrown);
      return { status: null, error, response: null, retryAfterSeconds: 0, durationMs: took() };
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

/** Enough for the log; who answers with a film is hung up on. */
async function beginningOf(body: Dispatcher.ResponseData["body"]): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxRead) break;
  }
  // U+0000 can't be stored.
  return Buffer.concat(chunks)
    .toString("utf8")
    .replaceAll("\0", "")
    .slice(0, shownResponse)
    .toWellFormed();
}

/** In words that say nothing of our network. */
function reasonOf(thrown: unknown): string {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof AddressRefused) return `refused: ${error.message}`;
    if (error.name === "TimeoutError") return "no answer within 15 s";
    const { code } = error as { code?: unknown };
    if (typeof code === "string") return code;
  }
  return "the connection failed";
}
