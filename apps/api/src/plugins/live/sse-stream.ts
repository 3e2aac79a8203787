import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Frame, Watcher } from "@meridian/api/server.ts";
import type { Chunk } from "./chunk.ts";
import type { SseDialect } from "./dialects.ts";

/** Over this many unsent bytes a watcher gets only the newest frame of each topic. */
const conflateAboveBytes = 64 * 1024;
/** Over this, or after this long without progress, the stream ends; the client resumes by id. */
const endAboveBytes = 1024 * 1024;
const stalledMs = 10_000;

/** One watcher's response. Frames are written as they are; a slow reader costs no more than one frame a topic. */
export class SseStream implements Watcher {
  readonly #response: ServerResponse;
  /** Where framed chunks go without passing through the response: half the cost of a delivery. */
  readonly #socket: Socket | null;
  readonly #dialect: SseDialect;
  #waiting: Map<string, Frame> | undefined;
  #stalled: NodeJS.Timeout | undefined;

  /** @param response whose head is written, and nothing else */
  constructor(response: ServerResponse, dialect: SseDialect) {
    this.#response = response;
    this.#dialect = dialect;
    // HTTP/1.0 (a proxy's default) knows no chunks; behind a pipelined request there is no socket yet.
    this.#socket = response.chunkedEncoding ? response.socket : null;
    response.write(dialect.opening().bare);
  }

  send(frame: Frame): void {
    if (this.#response.writableEnded) return;
    if (this.#waiting !== undefined) {
      const key = frame.topic ?? frame.value.kind;
      // Deleted first, so that the newest stands last: ids stay in order.
      this.#waiting.delete(key);
      this.#waiting.set(key, frame);
      return;
    }
    this.#write(this.#dialect.spell(frame));
    const unsent = this.#unsentBytes;
    if (unsent > endAboveBytes) this.end();
    else if (unsent > conflateAboveBytes) this.#slowDown();
  }

  ping(): void {
    if (this.#waiting !== undefined || this.#response.writableEnded) return;
    this.#write(this.#dialect.ping);
  }

  /** Ends without a farewell: to a client that is an interruption, so it comes back. */
  end(): void {
    clearTimeout(this.#stalled);
    if (this.#unsentBytes > conflateAboveBytes) {
      this.#response.destroy();
      return;
    }
    this.#response.end();
    // A reader that has stopped reading would keep the ended response for ever.
    this.#stalled = setTimeout(() => this.#response.destroy(), stalledMs).unref();
  }

  /** To be called once the response is closed. */
  closed(): void {
    clearTimeout(this.#stalled);
    this.#waiting = undefined;
  }

  get #unsentBytes(): number {
    return this.#socket?.writableLength ?? this.#response.writableLength;
  }

  #write(chunk: Chunk): void {
    if (this.#socket === null) this.#response.write(chunk.bare);
    else this.#socket.write(chunk.framed);
  }

  #slowDown(): void {
    this.#waiting = new Map();
    this.#stalled = setTimeout(() => this.#response.destroy(), stalledMs);
    (this.#socket ?? this.#response).once("drain", () => this.#flush());
  }

  #flush(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#waiting = undefined;
    clearTimeout(this.#stalled);
    for (const frame of waiting.values()) this.send(frame);
  }
}
