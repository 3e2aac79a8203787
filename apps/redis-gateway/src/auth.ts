import { hash, timingSafeEqual } from "node:crypto";

/** What a caller may do: everything that the gateway offers, or read commands only. */
export type Access = "full" | "read";

export type Authenticate = (authorization: string | undefined, url: string) => Access | undefined;

const digest = (token: string) => hash("sha256", token, "buffer");

/**
 * Makes the check of a request's token: `Authorization: Bearer`, or `?_token=` as Upstash has it.
 * Digests of equal length are compared, and always with both tokens, so the time taken tells nothing.
 */
export function createAuthenticator(token: string, readOnlyToken?: string): Authenticate {
  const full = digest(token);
  const readOnly = readOnlyToken === undefined ? undefined : digest(readOnlyToken);
  return (authorization, url) => {
    const given = tokenOf(authorization, url);
    if (given === undefined) return undefined;
    const candidate = digest(given);
    const isFull = timingSafeEqual(candidate, full);
    const isReadOnly = timingSafeEqual(candidate, readOnly ?? full) && readOnly !== undefined;
    if (isFull) return "full";
    return isReadOnly ? "read" : undefined;
  };
}

function tokenOf(authorization: string | undefined, url: string): string | undefined {
  if (authorization !== undefined) {
    return authorization.slice(0, 7).toLowerCase() === "bearer "
      ? authorization.slice(7).trim()
      : undefined;
  }
  const query = url.indexOf("?");
  if (query === -1) return undefined;
  return new URLSearchParams(url.slice(query + 1)).get("_token") ?? undefined;
}
