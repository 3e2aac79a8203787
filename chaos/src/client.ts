import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "./random.ts";
import type { Tally } from "./tally.ts";

export type Answer = {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- what the wire says; each reader knows its shape
  body: any;
  isReplayed: boolean;
};

export type Call = {
  method: string;
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  form?: Record<string, string>;
  headers?: Record<string, string>;
};

/** The client hangs up after this: an answer that has not come by then counts as lost. */
const patienceMs = 15_000;

/** Speaks HTTP to any of the API's processes, as a balancer would spread it. */
export class Client {
  readonly #urls: readonly string[];
  readonly #random: Random;
  readonly #tally: Tally;
  readonly #giveUp: AbortSignal;

  /** @param giveUp from then on nothing is asked again */
  constructor(urls: readonly string[], random: Random, tally: Tally, giveUp: AbortSignal) {
    this.#urls = urls;
    this.#random = random;
    this.#tally = tally;
    this.#giveUp = giveUp;
  }

  /**
   * The same request again and again, until it is answered. A lost answer, a 5xx and "still running"
   * are no answers: nobody knows what became of the request.
   * @throws when the time to give up has come
   */
  async ask(call: Call): Promise<Answer> {
    // Somebody presses twice, or loses the connection right after sending.
    if (this.#random.chance(0.1)) await this.try(call, this.#random.between(2, 30));
    for (;;) {
      const answer = await this.try(call);
      if (answer && isAnswer(answer)) {
        if (answer.isReplayed) this.#tally.suppressed++;
        return answer;
      }
      this.#giveUp.throwIfAborted();
      await sleep(this.#random.between(30, 250));
    }
  }

  /** Sends once. Undefined when no answer came; with `hangUpAfterMs` the client does not wait for it. */
  async try(call: Call, hangUpAfterMs = patienceMs): Promise<Answer | undefined> {
    const { method, path, headers } = call;
    const startedAt = performance.now();
    try {
      const response = await fetch(`${this.#random.pick(this.#urls)}${path}`, {
        method,
        ...contentOf(call, headers),
        redirect: "manual",
        signal: AbortSignal.timeout(hangUpAfterMs),
      });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.includes("json") ?? false;
      const answer: Answer = {
        status: response.status,
        body: isJson && text ? JSON.parse(text) : undefined,
        isReplayed: response.headers.get("idempotency-replayed") === "true",
      };
      this.#tally.heard(call, answer, startedAt);
      return answer;
    } catch {
      this.#tally.lostAnswers++;
      return undefined;
    }
  }
}

function contentOf({ body, form }: Call, headers: Record<string, string> = {}) {
  // fetch names the type of a form itself.
  if (form) return { headers, body: new URLSearchParams(form) };
  if (body === undefined) return { headers };
  return {
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

function isAnswer({ status, body }: Answer): boolean {
  return status < 500 && status !== 429 && body?.reason !== "idempotency.in_progress";
}
