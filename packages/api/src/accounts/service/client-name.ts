import type { Database } from "@meridian/db/client.ts";
import { oauthClients } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";

/** What an application is called, for who is to let it in. */
export async function findClientName(db: Database, clientId: string): Promise<string> {
  const [client] = await db
    .select({ name: oauthClients.name })
    .from(oauthClients)
    .where(eq(oauthClients.clientId, clientId));
  return client?.name ?? "an application";
}
