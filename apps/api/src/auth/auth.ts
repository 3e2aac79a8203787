import {
  createAuthority,
  findSessionRoles,
  listPublicKeys,
  type Clock,
} from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { Logger } from "pino";
import type { Config } from "../env.ts";
import { restPrefix } from "../plugins/rest/plugin.ts";
import { AccessTokens } from "./access-tokens.ts";
import { createActorOf } from "./actor.ts";
import { Standing } from "./standing.ts";
import { SigningKeys } from "./signing-keys.ts";

type Dependencies = { config: Config; db: Database; clock: Clock; log: Logger };

export type Auth = ReturnType<typeof createAuth>;

/** The authorization server of this origin, and what verifies its tokens: the API below it is whom they are for. */
export function createAuth({ config, db, clock, log }: Dependencies) {
  const { publicUrl: issuer, authSecret: secret, webOrigins, demoClient: demo, demoToken } = config;
  const audience = `${issuer}${restPrefix}`;
  const authority = createAuthority({ db, issuer, audience, webOrigins, secret, demo, log });
  const keys = new SigningKeys(() => listPublicKeys(db));
  const tokens = new AccessTokens({ keys, issuer, audience, clock });
  const { signIn } = authority;
  const actorOf = createActorOf({ tokens, signIn, demoToken });
  const standing = new Standing({ clock, log, findRoles: (ids) => findSessionRoles(db, ids) });
  return { issuer, audience, authority, tokens, signIn, actorOf, standing };
}
