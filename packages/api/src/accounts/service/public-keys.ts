import type { Database } from "@meridian/db/client.ts";
import { signingKeys } from "@meridian/db/schema.ts";
import { gt, isNull, or, sql } from "drizzle-orm";
import { keyGraceSeconds } from "../lifetimes.ts";

/** The public half of a key that signs access tokens, as a JWK. */
export type PublicKey = { kid: string; alg: string; jwk: Record<string, unknown> };

/** Keys whose tokens are good: of those that sign no more, as long as they are published. */
export async function listPublicKeys(db: Database): Promise<PublicKey[]> {
  const rows = await db
    .select({ kid: signingKeys.id, alg: signingKeys.alg, publicKey: signingKeys.publicKey })
    .from(signingKeys)
    .where(
      or(
        isNull(signingKeys.expiresAt),
        gt(signingKeys.expiresAt, sql`now() - make_interval(secs => ${keyGraceSeconds})`),
      ),
    );
  return rows.map(({ kid, alg, publicKey }) => ({
    kid,
    alg: alg ?? "EdDSA",
    jwk: JSON.parse(publicKey) as Record<string, unknown>,
  }));
}
