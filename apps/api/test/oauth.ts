import { addApiClient, type NewApiClient } from "@meridian/db/api-clients.ts";
import type { Database } from "@meridian/db/client.ts";
import { signingKeys } from "@meridian/db/schema.ts";
import type { FastifyInstance } from "fastify";
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";

export type Client = { id: string; secret: string };

export const issuer = "http://localhost:4000";
export const audience = `${issuer}/api/v1`;

export function makeClient(db: Database, over: Partial<NewApiClient> = {}): Promise<Client> {
  return addApiClient(db, { name: "A test's", scopes: ["inventory:read"], ...over });
}

export function basic({ id, secret }: Client): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` };
}

/** A form to one of the authority's addresses. */
export async function post(
  app: FastifyInstance,
  url: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const answer = await app.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    payload: new URLSearchParams(form).toString(),
  });
  const body = answer.body === "" ? {} : answer.json<Record<string, unknown>>();
  return { status: answer.statusCode, headers: answer.headers, body };
}

export function requestToken(app: FastifyInstance, client: Client, scope?: string) {
  const form = { grant_type: "client_credentials", ...(scope !== undefined && { scope }) };
  return post(app, "/oauth2/token", form, basic(client));
}

/** A bearer header of this client. */
export async function bearerOf(app: FastifyInstance, client: Client) {
  const { status, body } = await requestToken(app, client);
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return { authorization: `Bearer ${String(body["access_token"])}` };
}

/** A key that the shop published and that signs no more: what it signs here, the shop verifies. */
export async function publishedKey(db: Database, kid = crypto.randomUUID()) {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const hourAgo = new Date(Date.now() - 3_600_000);
  await db.insert(signingKeys).values({
    id: kid,
    publicKey: JSON.stringify(await exportJWK(publicKey)),
    privateKey: "in the test's hands",
    alg: "EdDSA",
    createdAt: hourAgo,
    expiresAt: hourAgo,
  });
  const sign = (
    claims: JWTPayload = {},
    header: { kid?: string | undefined; typ?: string; jku?: string } = {},
  ) => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({
      iss: issuer,
      aud: audience,
      sub: "client_forged",
      client_id: "client_forged",
      scope: "inventory:read orders:read",
      iat: now,
      exp: now + 300,
      ...claims,
    })
      .setProtectedHeader({ alg: "EdDSA", typ: "at+jwt", kid, ...header })
      .sign(privateKey);
  };
  return { kid, publicKey, sign };
}
