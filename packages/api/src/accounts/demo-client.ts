import { createHash } from "node:crypto";
import type { OAuthProviderExtension } from "@better-auth/oauth-provider";
import { scopes } from "@meridian/db/scopes.ts";

/** The demo shop's API client: there as long as the environment names it, and in no table. */
export type DemoClient = { id: string; secret: string };

export function demoClient({ id, secret }: DemoClient): OAuthProviderExtension {
  const client = {
    clientId: id,
    clientSecret: createHash("sha256").update(secret).digest("base64url"),
    name: "Demo shop",
    clientCredentialsScopes: [...scopes],
    grantTypes: ["client_credentials"],
    redirectUris: [],
    tokenEndpointAuthMethod: "client_secret_basic" as const,
  };
  return {
    clientDiscovery: {
      id: "demo",
      matches: (clientId) => clientId === id,
      resolve: () => client,
    },
  };
}
