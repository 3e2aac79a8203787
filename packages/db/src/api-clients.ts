import { createHash, randomBytes } from "node:crypto";
import { ulid } from "ulid";
import type { Executor } from "./client.ts";
import { oauthClients } from "./schema/oauth.ts";
import type { Scope } from "./scopes.ts";

export type NewApiClient = { name: string; scopes: readonly Scope[] };

/** It acts for users who let it. Without a secret where it can't keep one: an app, a page. */
export type NewApplication = NewApiClient & { redirectUris: readonly string[]; isPublic: boolean };

/** Registers a system that acts by itself. The secret is known to who gets this answer, and to nobody after. */
export async function addApiClient(
  db: Executor,
  { name, scopes }: NewApiClient,
): Promise<{ id: string; secret: string }> {
  const { row, ...made } = newClient();
  await db.insert(oauthClients).values({
    ...row,
    name,
    grantTypes: ["client_credentials"],
    clientCredentialsScopes: [...scopes],
  });
  return made;
}

/** Registers an application, for authorization codes with PKCE. */
export async function addApplication(
  db: Executor,
  { name, scopes, redirectUris, isPublic }: NewApplication,
): Promise<{ id: string; secret?: string }> {
  const { row, id, secret } = newClient();
  await db.insert(oauthClients).values({
    ...row,
    ...(isPublic && { clientSecret: null, tokenEndpointAuthMethod: "none" }),
    name,
    grantTypes: ["authorization_code", "refresh_token"],
    responseTypes: ["code"],
    scopes: [...scopes, "offline_access"],
    redirectUris: [...redirectUris],
  });
  return isPublic ? { id } : { id, secret };
}

/** Random enough that a fast digest keeps it. */
export function newSecret(): { secret: string; digest: string } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, digest: createHash("sha256").update(secret).digest("base64url") };
}

function newClient() {
  const id = `client_${ulid().toLowerCase()}`;
  const { secret, digest } = newSecret();
  const row = {
    id,
    clientId: id,
    clientSecret: digest,
    tokenEndpointAuthMethod: "client_secret_basic",
  };
  return { id, secret, row };
}
