import { setTimeout as delay } from "node:timers/promises";
import type { PublicKey } from "@meridian/api/server.ts";
import { importJWK, type CryptoKey } from "jose";

/** A key that was taken away is forgotten after this. */
const freshMs = 5 * 60_000;
/** Tokens with made-up key ids cost one look at the database in this time, however many come; who has one waits for it. */
const pauseMs = 250;

/**
 * The public keys of access tokens, in memory. A key that is not known yet is looked for, once for all who ask for
 * one; what is known is verified while the database is away.
 */
export class SigningKeys {
  readonly #load: () => Promise<PublicKey[]>;
  readonly #now: () => number;
  readonly #wait: (ms: number) => Promise<void>;
  #keys: ReadonlyMap<string, CryptoKey> = new Map();
  #loadedAt = -Infinity;
  #lookedAt = -Infinity;
  /** The look that is under way or was the last, and the one after it. */
  #look: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(
    load: () => Promise<PublicKey[]>,
    now: () => number = () => performance.now(),
    wait: (ms: number) => Promise<void> = (ms) => delay(ms),
  ) {
    this.#load = load;
    this.#now = now;
    this.#wait = wait;
  }

  /** Undefined when no such key signs here. @throws when it is not known and the database is out of reach */
  async find(kid: string): Promise<CryptoKey | undefined> {
    const known = this.#keys.get(kid);
    if (known === undefined) {
      await this.#lookAgain();
      return this.#keys.get(kid);
    }
    // Behind the answer: who has a good token does not wait.
    if (this.#now() - this.#loadedAt > freshMs) void this.#lookAgain().catch(() => {});
    return known;
  }

  /** A look that begins after this: one before may have been too early for a key that has signed meanwhile. */
  #lookAgain(): Promise<void> {
    this.#next ??= this.#inTurn();
    return this.#next;
  }

  async #inTurn(): Promise<void> {
    await this.#look?.catch(() => {});
    const pause = this.#lookedAt + pauseMs - this.#now();
    if (pause > 0) await this.#wait(pause);
    this.#next = undefined;
    this.#lookedAt = this.#now();
    this.#look = this.#read();
    await this.#look;
  }

  async #read(): Promise<void> {
    const listed = await this.#load();
    const keys = await Promise.all(
      listed.map(async ({ kid, alg, jwk }) => [kid, await importJWK(jwk, alg)] as const),
    );
    this.#keys = new Map(keys as [string, CryptoKey][]);
    this.#loadedAt = this.#now();
  }
}
