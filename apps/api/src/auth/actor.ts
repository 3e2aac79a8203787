import { createHash, timingSafeEqual } from "node:crypto";
import {
  scopes,
  scopesOf,
  sessionCookie,
  toRole,
  type Actor,
  type SignIn,
} from "@meridian/api/server.ts";
import { invalidToken, type AccessTokens } from "./access-tokens.ts";

const guest: Actor = { kind: "guest" };

export type ActorDependencies = {
  tokens: AccessTokens;
  signIn: Pick<SignIn, "findUser">;
  demoToken: string | undefined;
};

type Credentials = { authorization: string | undefined; cookie: string | undefined };

/**
 * Who asks: by the Authorization header or, where cookies are given, by the browser's session. The demo token
 * carries all scopes; it is compared by its digest, so that the time taken tells nothing of it.
 */
export function createActorOf({ tokens, signIn, demoToken }: ActorDependencies) {
  const expected = demoToken === undefined ? undefined : digest(demoToken);
  const demo: Actor = { kind: "client", id: "demo", scopes: new Set(scopes) };
  /** @throws unauthenticated `auth.token_invalid`, also where no token is needed */
  return async ({ authorization, cookie }: Credentials): Promise<Actor> => {
    if (authorization !== undefined) {
      const token = /^Bearer +([\x21-\x7e]+) *$/i.exec(authorization)?.[1];
      if (token === undefined) throw invalidToken();
      if (expected !== undefined && timingSafeEqual(digest(token), expected)) return demo;
      return tokens.actorOf(token);
    }
    if (!cookie?.includes(`${sessionCookie}=`)) return guest;
    const user = await signIn.findUser(cookie);
    if (user === null) return guest;
    const role = toRole(user.role);
    const { id, sessionId } = user;
    return { kind: "user", id, role, scopes: scopesOf(role), sessionId };
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
