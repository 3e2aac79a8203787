import { createHash, timingSafeEqual } from "node:crypto";
import { DomainError, scopes, type Actor } from "@meridian/api/server.ts";

const guest: Actor = { kind: "guest" };

/**
 * Who asks, by the Authorization header. The demo token carries all scopes; it is compared by its
 * digest, so that the time taken tells nothing of it.
 */
export function createActorOf(demoToken: string | undefined): (authorization?: string) => Actor {
  const expected = demoToken === undefined ? undefined : digest(demoToken);
  const demo: Actor = { kind: "client", id: "demo", scopes: new Set(scopes) };
  /** @throws unauthenticated `auth.token_invalid`, also where no token is needed */
  return (authorization) => {
    if (authorization === undefined) return guest;
    const token = /^Bearer +([\x21-\x7e]+) *$/i.exec(authorization)?.[1];
    if (token !== undefined && expected !== undefined && timingSafeEqual(digest(token), expected)) {
      return demo;
    }
    throw new DomainError("unauthenticated", "auth.token_invalid", {
      message: "The access token is not valid.",
    });
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
