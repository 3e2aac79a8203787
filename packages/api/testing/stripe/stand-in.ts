/**
 * Stands in for Stripe's HTTP API, for as much of it as is used: PaymentIntents, Checkout Sessions and refunds with their idempotency
 * keys. It keeps its books apart, answers as Stripe documents it, and can be slow, out of order or cut off behind an effect.
 * A shopper's browser finds the page of a Checkout Session there, too.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Books, Refusal, type Form } from "./books.ts";
import { HostedPage } from "./hosted-page.ts";

/** What becomes of an answer: it is lost behind its effect; late; or the request was never taken. */
export type Fault = "lost" | { lateMs: number } | { status: 429 | 500 };

export type Request = { method: string; path: string; form: Form };
type Answer = { status: number; body: unknown };

export class StripeStandIn {
  readonly books = new Books();
  readonly #page = new HostedPage(this.books);
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  /** By `METHOD path`; kept as Stripe keeps them. */
  readonly #answers = new Map<string, { fingerprint: string; answer: Promise<Answer> }>();
  readonly #faults: { path: RegExp; fault: Fault }[] = [];

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  /** From now on it does what Stripe does for shoppers, too: its pages lead to it, and the shop is told. */
  serveShoppers(notices: { url: string; secret: string }): void {
    this.books.home = this.url;
    this.#page.notices = notices;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** For the next request to such a path. */
  fail(path: RegExp, ...faults: Fault[]): void {
    this.#faults.push(...faults.map((fault) => ({ path, fault })));
  }

  /** As after a day. */
  forgetKeys(): void {
    this.#answers.clear();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request);
    if (this.#page.isAsked(asked)) return await this.#page.answer(asked, response);
    const at = this.#faults.findIndex(({ path }) => path.test(`${asked.method} ${asked.path}`));
    const [found] = at === -1 ? [] : this.#faults.splice(at, 1);
    const fault = found?.fault;
    if (typeof fault === "object" && "status" in fault)
      return send(response, { status: fault.status, body: { error: { type: "api_error" } } });
    const answer = await this.#once(request.headers["idempotency-key"], asked);
    if (fault === "lost") return void response.destroy();
    if (fault !== undefined) await delay(fault.lateMs);
    send(response, answer);
  }

  #once(key: string | string[] | undefined, asked: Request): Promise<Answer> {
    if (typeof key !== "string" || asked.method === "GET") return this.#act(asked);
    const fingerprint = JSON.stringify(asked);
    const known = this.#answers.get(key);
    if (known !== undefined && known.fingerprint !== fingerprint)
      return Promise.resolve(refused(new Refusal(400, { type: "idempotency_error" })));
    const answer = known?.answer ?? this.#act(asked);
    this.#answers.set(key, { fingerprint, answer });
    return answer;
  }

  async #act({ method, path, form }: Request): Promise<Answer> {
    try {
      return { status: 200, body: this.books.act(method, path, form) };
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  }
}

function refused({ status, error }: Refusal): Answer {
  return { status, body: { error } };
}

async function readRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://stripe");
  const body = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
  const form = Object.fromEntries([...searchParams, ...body]);
  return { method: request.method ?? "GET", path: pathname, form };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json", "request-id": "req_stand_in" });
  response.end(JSON.stringify(body));
}
