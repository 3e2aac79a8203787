import type { Actor, Clock, Log } from "@meridian/api/server.ts";

type Session = { role: string; ended: AbortController };

type StandingOptions = {
  clock: Clock;
  log: Log;
  /** The role of each of these sessions' users; those that are over have none. */
  findRoles(sessionIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
};

const checkMs = 5_000;

/**
 * Whether who opened something that stays open may still have it. A token says itself when it ends; a browser's session may end at
 * any moment, in any process, and its user become somebody else's staff: so sessions that hold something open are looked up, all in
 * one read, every five seconds.
 */
export class Standing {
  readonly #options: StandingOptions;
  readonly #open = new Map<string, Set<Session>>();
  readonly #timer: NodeJS.Timeout;
  #isChecking = false;

  constructor(options: StandingOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.#check(), checkMs).unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Aborts with `signal`, or as soon as the actor's token, session or role is no longer what it was. */
  whileAllowed(actor: Actor, signal: AbortSignal): AbortSignal {
    if (actor.kind === "guest" || signal.aborted) return signal;
    if (actor.expiresAt !== undefined) {
      const leftMs = actor.expiresAt.getTime() - this.#options.clock.now().getTime();
      return AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, leftMs))]);
    }
    if (actor.kind !== "user" || actor.sessionId === undefined) return signal;
    const { role, sessionId } = actor;
    const session: Session = { role, ended: new AbortController() };
    this.#add(sessionId, session);
    signal.addEventListener("abort", () => this.#remove(sessionId, session), { once: true });
    return AbortSignal.any([signal, session.ended.signal]);
  }

  #add(sessionId: string, session: Session): void {
    const known = this.#open.get(sessionId);
    if (known === undefined) this.#open.set(sessionId, new Set([session]));
    else known.add(session);
  }

  #remove(sessionId: string, session: Session): void {
    const known = this.#open.get(sessionId);
    if (known?.delete(session) && known.size === 0) this.#open.delete(sessionId);
  }

  async #check(): Promise<void> {
    if (this.#open.size === 0 || this.#isChecking) return;
    this.#isChecking = true;
    try {
      const open = [...this.#open];
      const roles = await this.#options.findRoles(open.map(([sessionId]) => sessionId));
      for (const [sessionId, sessions] of open)
        for (const session of sessions)
          if (roles.get(sessionId) !== session.role) {
            this.#remove(sessionId, session);
            session.ended.abort();
          }
    } catch (err) {
      this.#options.log.warn({ err }, "open sessions could not be looked up; again in a moment");
    } finally {
      this.#isChecking = false;
    }
  }
}
