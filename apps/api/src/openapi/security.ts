import { scopes } from "@meridian/api/server.ts";
import { scopeMeanings } from "../auth/scope-meanings.ts";
import type { Operation } from "../plugins/rest/operations.ts";
import type { Json } from "./json-schema.ts";

/** How a caller comes by an access token (RFC 6749), and what each scope opens. */
export const securitySchemes = {
  oauth2: {
    type: "oauth2",
    description:
      "An access token, as `Authorization: Bearer ...`. A JWT, verified as RFC8725 asks (one algorithm, issuer, audience, `typ`), that lives for ten minutes; the authority describes itself at `/.well-known/oauth-authorization-server`.",
    flows: {
      clientCredentials: {
        tokenUrl: "/oauth2/token",
        scopes: Object.fromEntries(scopes.map((scope) => [scope, scopeMeanings[scope]])),
      },
      authorizationCode: {
        authorizationUrl: "/oauth2/authorize",
        tokenUrl: "/oauth2/token",
        refreshUrl: "/oauth2/token",
        scopes: scopeMeanings,
      },
    },
  },
};

/** Anybody may call; a token is read everywhere, and where a scope is declared it must carry it. */
export function securityOf({ rest: { scope, orScope, user, own } }: Operation): Json[] {
  const account = { oauth2: ["account"] };
  if (user) return [scope === undefined ? account : { oauth2: ["account", scope] }];
  if (scope === undefined) return [{}];
  if (orScope !== undefined) return [{ oauth2: [scope] }, { oauth2: [orScope] }];
  return own ? [{ oauth2: [scope] }, account] : [{ oauth2: [scope] }];
}
