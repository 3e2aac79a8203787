/**
 * The tab's part of the one stream per browser. All tabs tell each other what they watch; the one
 * that holds the lock keeps the stream, and passes every frame on. When it closes, the lock goes to
 * another tab, which opens a stream of its own.
 */
import { withLock } from "#browser/locks.ts";
import { randomId } from "#browser/random-id.ts";
import type { LiveFrame } from "@meridian/api/live/contract.ts";
import { LiveConnection, type LiveStatus } from "#features/live/live-connection.ts";
import { TabTopics } from "#features/live/tab-topics.ts";

type Message =
  | { type: "frame"; frame: LiveFrame }
  /** Who leads may be a tab of a release that did not tell what is carried. */
  | { type: "status"; status: LiveStatus; carried?: readonly string[] }
  | { type: "heartbeat" }
  | { type: "topics"; tab: string; topics: string[] }
  | { type: "hello" };

/** Sooner than this nobody needs to know that the stream was away. */
const staleAfterMs = 10_000;

/** How often what is not carried is asked for. */
const askEveryMs = 7_000;

export type LiveState = { status: LiveStatus; isStale: boolean };

export class LiveClient {
  #state: LiveState = { status: "idle", isStale: false };
  #staleTimer: ReturnType<typeof setTimeout> | undefined;
  #connection: LiveConnection | undefined;
  #channel: BroadcastChannel | undefined;
  #leave = new AbortController();
  #tab = "";
  /** What the one stream carries of all that is watched. */
  #carried: readonly string[] = [];
  readonly #topics = new TabTopics();
  readonly #listeners = new Set<() => void>();
  readonly #pulse = new Set<() => void>();
  readonly #onFrame: (frame: LiveFrame) => void;
  readonly #onUncarried: (live: LiveClient) => void;

  constructor(options: {
    onFrame: (frame: LiveFrame) => void;
    /** While there is something of {@link uncarried}: every 7 s, and when the tab is hidden, seen again or has a network again. */
    onUncarried: (live: LiveClient) => void;
  }) {
    this.#onFrame = options.onFrame;
    this.#onUncarried = options.onUncarried;
  }

  start(): () => void {
    this.#leave = new AbortController();
    this.#tab ||= randomId();
    const { signal } = this.#leave;
    this.#channel = new BroadcastChannel("meridian.live");
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Message>) =>
      this.#receive(data),
    );
    this.#say({ type: "hello" });
    this.#mine();
    const ask = () => {
      if (this.uncarried().length > 0) this.#onUncarried(this);
    };
    const asking = setInterval(ask, askEveryMs);
    const wake = () => {
      this.#connection?.wake();
      ask();
    };
    window.addEventListener("online", wake, { signal });
    document.addEventListener("visibilitychange", wake, { signal });
    window.addEventListener("pagehide", () => this.#forget(), { signal });
    window.addEventListener("pageshow", () => this.#mine(), { signal });
    withLock("meridian.live", signal, () => this.#lead(signal)).catch(() => undefined);
    return () => {
      this.#forget();
      this.#leave.abort();
      this.#channel?.close();
      clearTimeout(this.#staleTimer);
      clearInterval(asking);
    };
  }

  /** @param weight the heavier are kept when all tabs together want more than one stream carries */
  watch(topic: string, weight: number): () => void {
    this.#topics.add(topic, weight);
    this.#mine();
    return () => {
      this.#topics.remove(topic, weight);
      this.#mine();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): LiveState => this.#state;

  carries(topic: string): boolean {
    return this.#carried.includes(topic);
  }

  /** What this tab watches and no frame tells of: all tabs together want more than one stream carries. */
  uncarried(): string[] {
    return this.#topics.own().filter((topic) => !this.carries(topic));
  }

  /** Calls at each heartbeat of the stream, in every tab. */
  onHeartbeat(beat: () => void): () => void {
    this.#pulse.add(beat);
    return () => void this.#pulse.delete(beat);
  }

  /** Holds the lock as long as the tab lives. */
  #lead(signal: AbortSignal): Promise<void> {
    this.#connection = new LiveConnection({
      onFrame: (frame) => {
        this.#say({ type: "frame", frame });
        this.#onFrame(frame);
      },
      onStatus: (status) => {
        this.#setStatus(status);
        this.#tell();
      },
      onHeartbeat: () => {
        this.#say({ type: "heartbeat" });
        this.#beat();
      },
    });
    this.#say({ type: "hello" });
    this.#carry();
    return new Promise((resolve) => {
      signal.addEventListener("abort", () => {
        this.#connection?.close();
        this.#connection = undefined;
        resolve();
      });
    });
  }

  #receive(message: Message): void {
    if (message.type === "frame") this.#onFrame(message.frame);
    else if (message.type === "status") {
      this.#carried = message.carried ?? [];
      this.#setStatus(message.status);
    } else if (message.type === "heartbeat") this.#beat();
    else if (message.type === "topics") {
      this.#topics.setOf(message.tab, message.topics);
      this.#carry();
    } else this.#mine();
  }

  #mine(): void {
    this.#say({ type: "topics", tab: this.#tab, topics: this.#topics.own() });
    this.#carry();
  }

  #carry(): void {
    if (!this.#connection) return;
    this.#carried = this.#topics.wanted();
    this.#connection.watch(this.#carried);
    this.#tell();
  }

  #tell(): void {
    this.#say({ type: "status", status: this.#state.status, carried: this.#carried });
  }

  #forget(): void {
    this.#say({ type: "topics", tab: this.#tab, topics: [] });
  }

  #say(message: Message): void {
    this.#channel?.postMessage(message);
  }

  #beat(): void {
    for (const beat of this.#pulse) beat();
    this.#topics.beat();
    this.#mine();
  }

  #setStatus(status: LiveStatus): void {
    if (status === this.#state.status) return;
    const isLate = status === "connecting" || status === "offline";
    if (!isLate) {
      clearTimeout(this.#staleTimer);
      this.#staleTimer = undefined;
    } else {
      this.#staleTimer ??= setTimeout(() => {
        this.#change({ status: this.#state.status, isStale: true });
      }, staleAfterMs);
    }
    this.#change({ status, isStale: isLate && this.#state.isStale });
  }

  #change(state: LiveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
