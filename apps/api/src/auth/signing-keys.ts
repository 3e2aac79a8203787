import type { PublicKey } from "@meridian/api/server.ts";
import { importJWK, type CryptoKey } from "jose";

/** A key that was taken away is forgotten after this. */
const freshMs = 5 * 60_000;
/** Tokens with made-up key ids cost one look at the database in this time, however many come. */
const pauseMs = 1_000;

/**
 * The public keys of access tokens, in memory. A key that is not known yet is looked for, once for all who ask for
 * one; what is known is verified while the database is away.
 */
export class SigningKeys {
  readonly #load: () => Promise<PublicKey[]>;
  readonly #now: () => number;
  #keys: ReadonlyMap<string, CryptoKey> = new Map();
  #loadedAt = -Infinity;
  #loading: Promise<void> | undefined;

  constructor(load: () => Promise<PublicKey[]>, now: () => number = () => performance.now()) {
    this.#load = load;
    this.#now = now;
  }

  /** Undefined when no such key signs here. @throws when it is not known and the database is out of reach */
  async find(kid: string): Promise<CryptoKey | undefined> {
    const known = this.#keys.get(kid);
    const age = this.#now() - this.#loadedAt;
    if (known !== undefined) {
      // Behind the answer: who has a good token does not wait.
      if (age > freshMs) void this.#reload().catch(() => {});
      return known;
    }
    if (this.#loading !== undefined || age > pauseMs) await this.#reload();
    return this.#keys.get(kid);
  }

  #reload(): Promise<void> {
    this.#loading ??= this.#read().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
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
