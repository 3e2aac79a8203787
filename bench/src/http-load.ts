/** A load generator that costs little beside what it measures: raw sockets, one request each at a time. */
import { connect, type Socket } from "node:net";

export type HttpLoad = { perSecond: number };
export type Target = { url: string; headers?: Record<string, string>; status: number };

/** @throws when an answer has another status than expected: a fast refusal is no figure */
export async function loadHttp(
  target: Target,
  connections: number,
  durationMs: number,
): Promise<HttpLoad> {
  const request = requestOf(target);
  const callers = await Promise.all(
    Array.from({ length: connections }, () => Caller.open(target, request)),
  );
  const start = performance.now();
  for (const caller of callers) caller.begin();
  await new Promise((done) => setTimeout(done, durationMs));
  const answered = callers.reduce((sum, caller) => sum + caller.answered, 0);
  const seconds = (performance.now() - start) / 1000;
  for (const caller of callers) caller.close();
  const wrong = callers.find((caller) => caller.failure !== undefined)?.failure;
  if (wrong !== undefined) throw new Error(`${target.url}: ${wrong}`);
  return { perSecond: answered / seconds };
}

function requestOf({ url, headers = {} }: Target): Buffer {
  const { host, pathname, search } = new URL(url);
  const lines = Object.entries({ host, accept: "application/json", ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${head}\r\n`);
}

class Caller {
  answered = 0;
  failure: string | undefined;
  readonly #socket: Socket;
  readonly #request: Buffer;
  readonly #status: string;
  /** Bytes of the answer under way that are still to come; -1: its head is. */
  #missing = -1;

  constructor(socket: Socket, request: Buffer, status: number) {
    this.#socket = socket;
    this.#request = request;
    this.#status = String(status);
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#receive(chunk));
    socket.on("error", (error) => (this.failure ??= error.message));
  }

  static async open({ url, status }: Target, request: Buffer): Promise<Caller> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve).once("error", reject);
    });
    return new Caller(socket, request, status);
  }

  begin(): void {
    this.#socket.write(this.#request);
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#missing = this.#missing < 0 ? this.#readHead(chunk) : this.#missing - chunk.length;
    if (this.#missing > 0) return;
    this.#missing = -1;
    this.answered += 1;
    this.begin();
  }

  /** A head of this size always comes in one piece on the loopback. */
  #readHead(chunk: Buffer): number {
    const end = chunk.indexOf("\r\n\r\n") + 4;
    const head = chunk.toString("latin1", 0, end);
    if (head.slice(9, 12) !== this.#status) this.failure ??= `answered ${head.slice(9, 12)}`;
    const length = this.#status === "304" ? "0" : /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) this.failure ??= "answered without a length";
    return end + Number(length ?? 0) - chunk.length;
  }
}
