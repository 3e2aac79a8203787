import {
  DomainError,
  scopes,
  scopesOf,
  toRole,
  type Actor,
  type Clock,
  type Scope,
} from "@meridian/api/server.ts";
import { errors, jwtVerify, type JWTPayload } from "jose";
import { LRUCache } from "lru-cache";
import type { SigningKeys } from "./signing-keys.ts";

export type AccessTokenOptions = {
  keys: SigningKeys;
  issuer: string;
  audience: string;
  clock: Clock;
};

type Verified = Extract<Actor, { kind: "client" | "user" }> & { expiresAt: Date };

/**
 * Verifies access tokens (RFC 9068) without the database. A token that was verified is remembered until it expires:
 * checking a signature costs as much as answering a small read.
 */
export class AccessTokens {
  readonly #options: AccessTokenOptions;
  readonly #verified = new LRUCache<string, Verified>({ max: 10_000 });

  constructor(options: AccessTokenOptions) {
    this.#options = options;
  }

  /** @throws unauthenticated `auth.token_invalid` */
  async actorOf(token: string): Promise<Actor> {
    const known = this.#find(token);
    if (known !== undefined) return known;
    const actor = toActor(await this.#verify(token));
    this.#verified.set(token, actor);
    return actor;
  }

  /** Whose token such a header holds, if this process has verified it before and it is good still. */
  findKnown(authorization: string): Actor | undefined {
    return authorization.startsWith("Bearer ")
      ? this.#find(authorization.slice("Bearer ".length))
      : undefined;
  }

  #find(token: string): Verified | undefined {
    const known = this.#verified.get(token);
    return known !== undefined && known.expiresAt > this.#options.clock.now() ? known : undefined;
  }

  async isGood(token: string): Promise<boolean> {
    try {
      await this.actorOf(token);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.kind === "unauthenticated") return false;
      throw error;
    }
  }

  async #verify(token: string): Promise<JWTPayload> {
    const { keys, issuer, audience, clock } = this.#options;
    try {
      const { payload } = await jwtVerify(
        token,
        async ({ kid }) => {
          const key = kid === undefined ? undefined : await keys.find(kid);
          if (key === undefined) throw new errors.JWKSNoMatchingKey();
          return key;
        },
        {
          issuer,
          audience,
          typ: "at+jwt",
          // Nothing that the token says of itself chooses how it is verified.
          algorithms: ["EdDSA"],
          requiredClaims: ["sub", "exp", "iat", "client_id"],
          currentDate: clock.now(),
        },
      );
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) throw invalidToken(error);
      throw error;
    }
  }
}

/** A client's own token names the client as its subject; another a user, whose role bounds what it may. */
function toActor({ sub: id, client_id: client, scope, role: named, exp }: JWTPayload): Verified {
  if (typeof client !== "string" || id === undefined || exp === undefined) throw invalidToken();
  const expiresAt = new Date(exp * 1000);
  const granted = new Set(typeof scope === "string" ? scope.split(" ") : []);
  const among = (possible: Iterable<Scope>) =>
    new Set([...possible].filter((one) => granted.has(one)));
  if (id === client) return { kind: "client", id, scopes: among(scopes), expiresAt };
  const role = toRole(named);
  return { kind: "user", id, role, scopes: among(scopesOf(role)), expiresAt };
}

export function invalidToken(cause?: Error): DomainError {
  const isExpired = cause instanceof errors.JWTExpired;
  return new DomainError("unauthenticated", "auth.token_invalid", {
    message: isExpired ? "The access token has expired." : "The access token is not valid.",
  });
}
