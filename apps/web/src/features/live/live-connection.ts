/**
 * The leader's part: keeps one stream open for a set of topics that changes while shoppers walk
 * about, and opens it again after an end, with jittered back-off.
 */
import type { LiveFrame } from "@meridian/api/live/contract.ts";
import { readLiveStream, type StreamEnd } from "#features/live/event-stream.ts";

/** `idle`: nothing is watched, so there is nothing to be late with. */
export type LiveStatus = "idle" | "connected" | "connecting" | "offline";

/** A page changes many topics at once; they make one new stream. */
const settleMs = 80;
const firstWaitMs = 400;
const longestWaitMs = 15_000;

export class LiveConnection {
  #topics: readonly string[] = [];
  #covered = new Set<string>();
  #cursor: string | undefined;
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  readonly #onFrame: (frame: LiveFrame) => void;
  readonly #onStatus: (status: LiveStatus) => void;
  readonly #onHeartbeat: () => void;

  constructor(options: {
    onFrame: (frame: LiveFrame) => void;
    onStatus: (status: LiveStatus) => void;
    onHeartbeat: () => void;
  }) {
    this.#onFrame = options.onFrame;
    this.#onStatus = options.onStatus;
    this.#onHeartbeat = options.onHeartbeat;
  }

  /** Topics that fall away are let run until something new is wanted: a stream is not cut to hear less. */
  watch(topics: readonly string[]): void {
    this.#topics = topics;
    if (topics.every((topic) => this.#covered.has(topic))) return;
    this.#schedule(settleMs, () => this.#open());
  }

  /** Something tells that trying now makes sense: the network is back, the tab is seen again. */
  wake(): void {
    if (this.#abort || this.#topics.length === 0) return;
    this.#failures = 0;
    this.#schedule(0, () => this.#open());
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = undefined;
  }

  #schedule(waitMs: number, action: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, waitMs);
  }

  #open(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    const topics = this.#topics;
    if (topics.length === 0) {
      this.#covered = new Set();
      return this.#onStatus("idle");
    }
    // A new topic's snapshot only comes with a stream that does not resume.
    if (topics.some((topic) => !this.#covered.has(topic))) this.#cursor = undefined;
    const abort = new AbortController();
    this.#abort = abort;
    this.#covered = new Set(topics);
    this.#onStatus("connecting");
    void this.#read(abort, topics);
  }

  async #read(abort: AbortController, topics: readonly string[]): Promise<void> {
    const end = await readLiveStream({
      topics,
      after: this.#cursor,
      signal: abort.signal,
      onOpen: () => this.#onStatus("connected"),
      onHeartbeat: this.#onHeartbeat,
      onFrame: (frame, cursor) => {
        if (this.#abort !== abort) return;
        this.#failures = 0;
        this.#cursor = cursor;
        this.#onFrame(frame);
      },
    });
    if (this.#abort === abort) this.#ended(end);
  }

  #ended(end: StreamEnd): void {
    this.#abort = undefined;
    // A cursor that the API refuses would be refused again.
    if (end === "refused") this.#cursor = undefined;
    this.#failures += 1;
    this.#onStatus(navigator.onLine ? "connecting" : "offline");
    const ceiling = Math.min(longestWaitMs, firstWaitMs * 2 ** this.#failures);
    this.#schedule(ceiling / 2 + (Math.random() * ceiling) / 2, () => this.#open());
  }
}
